package dev.segmentation.shared.web.template;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;

import com.ibm.icu.text.MessageFormat;
import org.jspecify.annotations.Nullable;

import org.springframework.context.MessageSource;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.context.NoSuchMessageException;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.EncodedResource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.core.io.support.PropertiesLoaderUtils;
import org.springframework.stereotype.Component;

/**
 * The texts of the pages, from {@code messages/*.properties}: two files for each feature,
 * one in English and one in Russian. A text with arguments is an ICU message format. It
 * contains its plural forms, and formats numbers for the language.
 */
@Component("messageSource")
public class Messages implements MessageSource {

	private static final Locale RUSSIAN = Locale.of("ru");

	private final Properties english = new Properties();

	private final Properties russian = new Properties();

	Messages() throws IOException {
		for (Resource file : new PathMatchingResourcePatternResolver()
			.getResources("classpath:messages/*.properties")) {
			boolean isRussian = Objects.requireNonNull(file.getFilename()).endsWith("_ru.properties");
			PropertiesLoaderUtils.fillProperties(isRussian ? this.russian : this.english,
					new EncodedResource(file, StandardCharsets.UTF_8));
		}
	}

	/**
	 * The text in the language of the current request.
	 * @param arguments texts and numbers
	 */
	public String get(String key, Object... arguments) {
		return getMessage(key, arguments, LocaleContextHolder.getLocale());
	}

	@Override
	public String getMessage(String key, Object @Nullable [] arguments, @Nullable Locale locale) {
		String text = getMessage(key, arguments, null, locale);
		if (text == null) {
			throw new NoSuchMessageException(key, reader(locale));
		}
		return text;
	}

	/**
	 * The text of the first key that has one; otherwise the default, which is not a
	 * format.
	 */
	@Override
	public String getMessage(MessageSourceResolvable message, @Nullable Locale locale) {
		for (String key : Objects.requireNonNullElse(message.getCodes(), new String[0])) {
			String text = getMessage(key, message.getArguments(), null, locale);
			if (text != null) {
				return text;
			}
		}
		if (message.getDefaultMessage() == null) {
			throw new NoSuchMessageException(String.valueOf(message), reader(locale));
		}
		return message.getDefaultMessage();
	}

	@Override
	public @Nullable String getMessage(String key, Object @Nullable [] arguments, @Nullable String defaultMessage,
			@Nullable Locale locale) {
		Locale reader = reader(locale);
		boolean isRussian = reader.getLanguage().equals(RUSSIAN.getLanguage());
		String text = isRussian ? this.russian.getProperty(key) : this.english.getProperty(key);
		if (text == null || text.indexOf('{') < 0) {
			return (text != null) ? text : defaultMessage;
		}
		return new MessageFormat(text, reader).format((arguments != null) ? arguments : new Object[0]);
	}

	private static Locale reader(@Nullable Locale locale) {
		return (locale != null) ? locale : LocaleContextHolder.getLocale();
	}

}
