package dev.segmentation.audit.web;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.segmentation.audit.AuditEvent;
import dev.segmentation.audit.AuditKind;
import dev.segmentation.shared.web.template.Formats;
import dev.segmentation.shared.web.template.Messages;
import org.jspecify.annotations.Nullable;

import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/**
 * Translates the words that the program itself wrote into events: the messages
 * {@code audit.detail.*}, roles and times. Everything else stays as it was recorded.
 */
@Component
class AuditWording {

	/** Their details are names and addresses. */
	private static final Set<AuditKind> AS_ENTERED = EnumSet.of(AuditKind.PASSKEY_ADDED, AuditKind.PASSKEY_REMOVED,
			AuditKind.PROFILE_CHANGED, AuditKind.TOKEN_HANDED_OVER, AuditKind.SEGMENT_RESTRICTED,
			AuditKind.SEGMENT_OPENED);

	private static final Pattern FROM_TO = Pattern.compile("\\b([A-Z]+) to ([A-Z]+)\\b");

	private static final Pattern WORD = Pattern.compile("[^,→]+?(?=, | → |$)");

	private static final String UNTIL = "until ";

	private static final String OVERLAP = "the old secret works for ";

	private final Messages messages;

	private final Formats formats;

	AuditWording(Messages messages, Formats formats) {
		this.messages = messages;
		this.formats = formats;
	}

	/**
	 * Returns the detail of an event in the language of the reader.
	 */
	public @Nullable String detail(AuditEvent event) {
		String detail = event.detail();
		return (detail == null || AS_ENTERED.contains(event.kind())) ? detail
				: Stream.of(detail.split("; ")).map(this::part).collect(Collectors.joining("; "));
	}

	/**
	 * Returns what an event is about in the language of the reader.
	 */
	public @Nullable String subject(AuditEvent event) {
		String subject = event.subject();
		return (subject != null && event.kind() == AuditKind.SETTING_CHANGED) ? word(subject) : subject;
	}

	private String part(String part) {
		int colon = part.indexOf(": ");
		if (colon > 0) {
			return word(part.substring(0, colon)) + part.substring(colon);
		}
		if (part.startsWith(UNTIL)) {
			return read(part, UNTIL,
					(text) -> this.messages.get("audit.detail.until", this.formats.when(Instant.parse(text))));
		}
		if (part.startsWith(OVERLAP)) {
			return read(part, OVERLAP,
					(text) -> this.messages.get("audit.detail.overlap", Duration.parse(text).toHours()));
		}
		return WORD.matcher(FROM_TO.matcher(part).replaceAll("$1 → $2"))
			.replaceAll((word) -> Matcher.quoteReplacement(word(word.group())));
	}

	private static String read(String part, String prefix, Function<String, String> reader) {
		try {
			return reader.apply(part.substring(prefix.length()));
		}
		catch (DateTimeException ex) {
			return part;
		}
	}

	private String word(String word) {
		String text = word.strip();
		String role = this.messages.getMessage("role." + text, null, text, LocaleContextHolder.getLocale());
		String key = "audit.detail." + text.replace(' ', '_');
		return word.replace(text, "" + this.messages.getMessage(key, null, role, LocaleContextHolder.getLocale()));
	}

}
