package dev.segmentation.audit.web;

import java.net.InetAddress;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import dev.segmentation.audit.AuditFilter;
import dev.segmentation.audit.AuditKind;
import dev.segmentation.shared.DayText;
import dev.segmentation.shared.InputProblem;

/**
 * A filter form as the program understands it.
 *
 * @param problems what it does not understand; the filter may be used only without
 * problems
 */
record ParsedAuditFilter(AuditFilter filter, List<InputProblem> problems) {

	/**
	 * Parses a form.
	 * @param zone where its days begin
	 */
	static ParsedAuditFilter of(AuditFilterForm form, ZoneId zone) {
		List<InputProblem> problems = new ArrayList<>();
		Optional<LocalDate> first = day("from", form.from(), problems);
		Optional<LocalDate> last = day("to", form.to(), problems);
		if (first.isPresent() && last.isPresent() && first.get().isAfter(last.get())) {
			problems.add(InputProblem.of("to", "history.period.reversed"));
		}
		AuditFilter filter = new AuditFilter(form.q(), kind(form.kind(), problems).orElse(null), form.account(),
				address(form.address()), first.map((day) -> day.atStartOfDay(zone).toInstant()).orElse(null),
				last.map((day) -> day.plusDays(1).atStartOfDay(zone).toInstant()).orElse(null));
		return new ParsedAuditFilter(filter, problems);
	}

	private static Optional<LocalDate> day(String field, String text, List<InputProblem> problems) {
		Optional<LocalDate> day = DayText.parse(text, LocalDate::parse);
		if (day.isEmpty() && !text.isEmpty()) {
			problems.add(InputProblem.of(field, "history.unknown.day", text));
		}
		return day;
	}

	/** An address of IPv6 may be typed with "::", which the events do not have. */
	private static String address(String text) {
		try {
			return text.contains(":") ? InetAddress.ofLiteral(text).getHostAddress() : text;
		}
		catch (IllegalArgumentException ex) {
			return text;
		}
	}

	private static Optional<AuditKind> kind(String name, List<InputProblem> problems) {
		Optional<AuditKind> kind = Arrays.stream(AuditKind.values())
			.filter((each) -> each.name().equals(name))
			.findFirst();
		if (kind.isEmpty() && !name.isEmpty()) {
			problems.add(InputProblem.of("kind", "audit.unknown.kind", name));
		}
		return kind;
	}

	boolean isValid() {
		return this.problems.isEmpty();
	}

}
