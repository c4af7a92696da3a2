package io.keyreel.ui.profile;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import io.keyreel.access.CurrentUser;
import io.keyreel.access.SignIns;
import io.keyreel.access.Tokens;
import io.keyreel.access.Users;
import io.keyreel.ui.base.Desk;
import io.keyreel.ui.base.PageHead;
import io.keyreel.ui.base.Routes;
import io.keyreel.workflow.MailSettings;
import jakarta.annotation.security.PermitAll;

/** What a person sets for themselves. */
@Route(Routes.PROFILE)
@PageTitle("Profile – Keyreel")
@PermitAll
final class ProfileView extends Div {
  ProfileView(
      Desk desk,
      Users users,
      SignIns signIns,
      Tokens tokens,
      CurrentUser currentUser,
      MailSettings mail) {
    addClassNames("kr-page", "kr-page-narrow");
    PageHead head = new PageHead("Profile");
    head.setFacts(desk.me().email());
    add(
        head,
        new NameSection(desk.me(), users),
        new PasswordSection(currentUser, signIns),
        new MailSection(desk.me(), mail),
        new TokenSection(desk, tokens));
  }
}
