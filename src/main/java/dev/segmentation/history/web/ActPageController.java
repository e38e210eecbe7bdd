package dev.segmentation.history.web;

import java.util.List;
import java.util.Optional;

import dev.segmentation.history.ActChange;
import dev.segmentation.history.ActService;
import dev.segmentation.history.ActSummary;
import dev.segmentation.history.ActUserPage;
import dev.segmentation.history.ActUserPlace;
import dev.segmentation.history.OperationType;
import dev.segmentation.shared.web.page.Crumb;
import dev.segmentation.shared.web.page.PageController;
import dev.segmentation.shared.web.page.Messages;
import io.github.wimdeblauwe.htmx.spring.boot.mvc.HxRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * An act, opened into its users: those of one of its changes at a time.
 */
@PageController
class ActPageController {

	private static final String PATH = "/history/{id:[0-9]{1,18}}";

	private static final int PAGE = 50;

	private static final int CHANGES = 25;

	private static final int ALL_CHANGES = 10_000;

	private final ActService acts;

	private final ActWords sentences;

	private final Messages messages;

	ActPageController(ActService acts, ActWords sentences, Messages messages) {
		this.acts = acts;
		this.sentences = sentences;
		this.messages = messages;
	}

	@GetMapping(PATH)
	String detail(@PathVariable long id, Asked asked, Model model) {
		show(id, asked, model);
		model.addAttribute("trail", List.of(new Crumb("/history", this.messages.get("history.title"))));
		return "history/act";
	}

	@HxRequest(boosted = false)
	@GetMapping(PATH)
	String table(@PathVariable long id, Asked asked, Model model) {
		show(id, asked, model);
		return "history/act :: table";
	}

	private void show(long id, Asked asked, Model model) {
		ActSummary act = this.acts.get(id, "all".equals(asked.changes()) ? ALL_CHANGES : CHANGES);
		model.addAttribute("act", act);
		model.addAttribute("sentence", this.sentences.sentence(act));
		chosen(act, asked).ifPresent((chosen) -> {
			ActUserPage page = this.acts.users(id, chosen.segmentId(), chosen.type(), asked.place(), PAGE);
			model.addAttribute("chosen", chosen);
			model.addAttribute("users", page);
			model.addAttribute("previous", url(id, asked, chosen, "before", page.before()));
			model.addAttribute("next", url(id, asked, chosen, "after", page.after()));
		});
	}

	/** The change that is asked for, or the largest. */
	private Optional<ActChange> chosen(ActSummary act, Asked asked) {
		if (asked.segment() == null) {
			return act.changes().stream().findFirst();
		}
		OperationType type = OperationType.DELETED.text().equals(asked.type()) ? OperationType.DELETED
				: OperationType.ADDED;
		return this.acts.findChange(act.id(), asked.segment(), type);
	}

	private static @Nullable String url(long id, Asked asked, ActChange chosen, String direction, @Nullable Long user) {
		if (user == null) {
			return null;
		}
		UriComponentsBuilder url = UriComponentsBuilder.fromPath("/history/" + id);
		if (asked.changes() != null) {
			url.queryParam("changes", "all");
		}
		return url.queryParam("segment", chosen.segmentId())
			.queryParam("type", chosen.type().text())
			.queryParam(direction, user)
			.toUriString();
	}

	/**
	 * What of the act is asked for.
	 *
	 * @param segment whose change
	 * @param type {@code deleted} for the users who left it, else those who entered
	 * @param after the user that the page begins above
	 * @param before the user that the page ends below
	 * @param changes {@code all} to have all of them listed
	 */
	record Asked(@Nullable Long segment, @Nullable String type, @Nullable Long after, @Nullable Long before,
			@Nullable String changes) {

		@Nullable ActUserPlace place() {
			if (this.before != null) {
				return new ActUserPlace(this.before, false);
			}
			return (this.after != null) ? new ActUserPlace(this.after, true) : null;
		}

	}

}
