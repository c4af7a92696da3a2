package io.keyreel.api;

import org.springframework.stereotype.Component;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdScalarDeserializer;
import tools.jackson.databind.module.SimpleModule;

/**
 * Takes out of texts what Postgres cannot keep: the character 0 and halves of surrogate pairs. A
 * pasted stray byte must not make an edit fail for ever.
 */
@Component
class PlainText extends SimpleModule {
  PlainText() {
    super("keyreel-plain-text");
    addDeserializer(String.class, new Reader());
  }

  static String of(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == 0 || Character.isSurrogate(c)) {
        return cleaned(text);
      }
    }
    return text;
  }

  private static String cleaned(String text) {
    StringBuilder kept = new StringBuilder(text.length());
    text.codePoints().filter(point -> point != 0 && !isHalf(point)).forEach(kept::appendCodePoint);
    return kept.toString();
  }

  private static boolean isHalf(int point) {
    return point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
  }

  private static final class Reader extends StdScalarDeserializer<String> {
    Reader() {
      super(String.class);
    }

    @Override
    public String deserialize(JsonParser parser, DeserializationContext context) {
      String text = parser.getValueAsString();
      if (text == null) {
        return (String) context.handleUnexpectedToken(String.class, parser);
      }
      return of(text);
    }
  }
}
