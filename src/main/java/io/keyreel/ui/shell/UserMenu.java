package io.keyreel.ui.shell;

import com.vaadin.flow.component.avatar.Avatar;
import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.contextmenu.SubMenu;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.menubar.MenuBarVariant;
import io.keyreel.access.User;
import io.keyreel.ui.base.Desk;
import io.keyreel.ui.base.Icons;
import io.keyreel.ui.base.Routes;
import io.keyreel.ui.base.Theme;
import io.keyreel.ui.base.Themes;

/** Who is signed in, and what they set for themselves. */
final class UserMenu extends MenuBar {
  UserMenu(Desk desk, Themes themes, Runnable signOut) {
    addThemeVariants(MenuBarVariant.TERTIARY);
    User me = desk.me();
    Avatar avatar = new Avatar(me.name());
    avatar.addClassName("kr-avatar");
    MenuItem top = addItem(avatar);
    top.setAriaLabel("Your account");
    SubMenu menu = top.getSubMenu();
    menu.addItem(identity(me)).setEnabled(false);
    menu.addSeparator();
    item(menu, Icons.USER, "Profile and tokens").addClickListener(e -> Routes.open(Routes.PROFILE));
    SubMenu looks = item(menu, Icons.SUN, "Theme").getSubMenu();
    Theme chosen = themes.of(me);
    for (Theme theme : Theme.values()) {
      MenuItem choice = looks.addItem(theme.label(), event -> themes.choose(me, theme));
      choice.setCheckable(true);
      choice.setChecked(theme == chosen);
      choice.addClickListener(
          event -> looks.getItems().forEach(other -> other.setChecked(other == choice)));
    }
    menu.addSeparator();
    item(menu, Icons.SIGN_OUT, "Sign out").addClickListener(event -> signOut.run());
  }

  private static Div identity(User me) {
    Span name = new Span(me.name());
    name.addClassName("kr-strong");
    Span email = new Span(me.email());
    email.addClassNames("kr-muted", "kr-small");
    Div both = new Div(name, email);
    both.addClassName("kr-stack");
    return both;
  }

  private static MenuItem item(SubMenu menu, Icons icon, String text) {
    MenuItem item = menu.addItem(icon.make());
    item.add(text);
    return item;
  }
}
