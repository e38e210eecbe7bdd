package dev.segmentation.membership.end.web;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

import dev.segmentation.membership.end.EndChange;
import dev.segmentation.membership.end.EndFieldParser;
import dev.segmentation.membership.end.Ttl;
import dev.segmentation.shared.web.page.PageController;
import dev.segmentation.shared.web.page.PageVisit;
import dev.segmentation.shared.web.template.Formats;
import dev.segmentation.shared.web.template.Messages;
import org.jspecify.annotations.Nullable;

import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Says what the entered end of a form means, while a person types.
 */
@PageController
class EndPreviewPageController {

	private final EndFieldParser ends;

	private final Formats formats;

	private final Messages messages;

	EndPreviewPageController(EndFieldParser ends, Formats formats, Messages messages) {
		this.ends = ends;
		this.formats = formats;
		this.messages = messages;
	}

	/**
	 * @param first the next end of the selected members; empty without ends
	 * @param last their latest end
	 */
	@GetMapping("/ends/preview")
	String preview(@ModelAttribute("form") EndsChangeForm form, BindingResult errors,
			@RequestParam(defaultValue = "") String first, @RequestParam(defaultValue = "") String last,
			PageVisit visit, Model model) {
		String end = (form.change() != null) ? change(form, errors, first, last, visit.zone())
				: begin(form, errors, visit.zone());
		model.addAttribute("end", end);
		return "members/ends :: meaning";
	}

	private @Nullable String begin(EndsChangeForm form, BindingResult errors, ZoneId zone) {
		Ttl ttl = this.ends.parse(form, zone, errors);
		return switch (ttl) {
			case Ttl.For(var duration) -> until(this.formats.now().plus(duration));
			case Ttl.Until(var instant) -> until(instant);
			case null -> null;
		};
	}

	private @Nullable String change(EndsChangeForm form, BindingResult errors, String first, String last, ZoneId zone) {
		EndChange change = this.ends.change(form, zone, errors);
		return switch (change) {
			case EndChange.Later later -> later(later, instant(first), instant(last));
			case EndChange.After(var duration) -> until(this.formats.now().plus(duration));
			case EndChange.At(var instant) -> until(instant);
			case EndChange.Never never -> this.messages.get("members.ends.never");
			case null -> null;
		};
	}

	private String later(EndChange.Later change, Optional<Instant> first, Optional<Instant> last) {
		if (first.isEmpty() || last.isEmpty()) {
			return this.messages.get("members.ends.unchanged");
		}
		String from = this.formats.end(moved(first.get(), change));
		return first.equals(last) ? this.messages.get("members.ends.moves", from, this.formats.end(first.get()))
				: this.messages.get("members.ends.moves.between", from, this.formats.end(moved(last.get(), change)));
	}

	private static Instant moved(Instant end, EndChange.Later change) {
		return end.plus(change.by().from(end, change.zone()));
	}

	private String until(Instant end) {
		return this.messages.get("members.ends.until", this.formats.end(end));
	}

	private static Optional<Instant> instant(String text) {
		try {
			return text.isEmpty() ? Optional.empty() : Optional.of(Instant.parse(text));
		}
		catch (DateTimeException ex) {
			return Optional.empty();
		}
	}

}
