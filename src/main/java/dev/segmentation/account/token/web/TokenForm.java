package dev.segmentation.account.token.web;

import java.time.ZoneId;
import java.util.List;

import dev.segmentation.account.token.ApiToken;
import dev.segmentation.account.token.NewToken;
import dev.segmentation.account.token.TokenLimits;
import dev.segmentation.shared.PlainText;
import dev.segmentation.shared.Role;
import jakarta.validation.constraints.Pattern;
import org.hibernate.validator.constraints.CodePointLength;
import org.jspecify.annotations.Nullable;

import static java.util.Objects.requireNonNullElse;

/**
 * The form for a new token, or for changes of one.
 *
 * @param segments names of segments, one on each line; empty for all segments
 * @param addresses ranges of addresses, one on each line; empty for all addresses
 * @param end the last day; empty for no end
 */
record TokenForm(
		@CodePointLength(min = 1, max = 64, message = "{tokens.form.name.invalid}") @Pattern(regexp = "\\P{Cc}*",
				message = "{tokens.form.name.invalid}") String name,
		Role role, Boolean readOnly, String segments, String addresses, String end) {

	TokenForm(@Nullable String name, @Nullable Role role, @Nullable Boolean readOnly, @Nullable String segments,
			@Nullable String addresses, @Nullable String end) {
		this.name = PlainText.of(requireNonNullElse(name, ""));
		this.role = (role == null || role == Role.MEMBER) ? Role.VIEWER : role;
		this.readOnly = Boolean.TRUE.equals(readOnly);
		this.segments = requireNonNullElse(segments, "");
		this.addresses = requireNonNullElse(addresses, "");
		this.end = requireNonNullElse(end, "");
	}

	/**
	 * Returns the form with what a token may do now.
	 * @param highest the highest role that the form can give
	 */
	static TokenForm from(ApiToken token, Role highest, ZoneId zone) {
		TokenLimits limits = token.limits();
		Role role = (limits.role().compareTo(highest) < 0) ? limits.role() : highest;
		return new TokenForm(token.name(), role, limits.readOnly(),
				String.join("\n", requireNonNullElse(limits.segments(), List.of())),
				String.join("\n", limits.addresses()), EndDate.text(token.endsAt(), zone));
	}

	List<String> segmentNames() {
		return lines(this.segments);
	}

	List<String> addressRanges() {
		return lines(this.addresses);
	}

	private static List<String> lines(String text) {
		return text.lines().map(PlainText::of).filter((line) -> !line.isEmpty()).distinct().toList();
	}

	NewToken toCommand(EndDate end) {
		List<String> names = segmentNames();
		return new NewToken(this.name,
				new TokenLimits(this.role, this.readOnly, names.isEmpty() ? null : names, addressRanges()),
				end.instant());
	}

}
