package dev.segmentation.history.web;

import dev.segmentation.history.act.ActService;
import dev.segmentation.history.act.ActSummary;
import dev.segmentation.history.undo.UndoConditions;
import dev.segmentation.history.undo.UndoObstacle;
import dev.segmentation.history.undo.UndoPlan;
import dev.segmentation.history.undo.UndoService;
import dev.segmentation.membership.end.EndFieldParser;
import dev.segmentation.membership.end.InvalidTtlException;
import dev.segmentation.membership.end.Ttl;
import dev.segmentation.segment.SegmentExistsException;
import dev.segmentation.shared.CurrentAccount;
import dev.segmentation.shared.Cursor;
import dev.segmentation.shared.Page;
import dev.segmentation.shared.refusal.ConflictException;
import dev.segmentation.shared.web.page.HtmxFragment;
import dev.segmentation.shared.web.page.PageController;
import dev.segmentation.shared.web.page.PageUrl;
import dev.segmentation.shared.web.page.PageVisit;
import org.jspecify.annotations.Nullable;

import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Shows what the undo of an act would do, and undoes it.
 */
@PageController
@RequestMapping("/history/{id}/undo")
class UndoPageController {

	private final ActService acts;

	private final UndoService undos;

	private final UndoTask task;

	private final EndFieldParser ends;

	private final ActWords sentences;

	UndoPageController(ActService acts, UndoService undos, UndoTask task, EndFieldParser ends, ActWords sentences) {
		this.acts = acts;
		this.undos = undos;
		this.task = task;
		this.ends = ends;
		this.sentences = sentences;
	}

	@ModelAttribute("act")
	ActSummary act(@PathVariable long id) {
		return this.acts.get(id, ActPageController.CHANGES);
	}

	@ModelAttribute("conditions")
	UndoConditions conditions(@PathVariable long id, CurrentAccount account) {
		return this.undos.conditions(id, account);
	}

	@GetMapping
	@HtmxFragment("table")
	String plan(@ModelAttribute("act") ActSummary act, @ModelAttribute("form") UndoForm form,
			@RequestParam @Nullable String at, Model model) {
		return show(act, Cursor.parse(at), model);
	}

	@PostMapping
	String undo(@ModelAttribute("act") ActSummary act, @ModelAttribute("form") UndoForm form, BindingResult errors,
			PageVisit visit, Model model) {
		Ttl end = this.ends.parse(form, visit.zone(), errors);
		if (!form.hasValidName()) {
			errors.rejectValue("name", "segments.form.name.invalid");
		}
		try {
			if (!errors.hasErrors()) {
				return "redirect:" + this.task.start(act.id(), form.toRequest(end), visit.account()).url();
			}
		}
		catch (InvalidTtlException ex) {
			EndFieldParser.rejectPassed(form, errors);
		}
		catch (SegmentExistsException ex) {
			errors.rejectValue("name", "segments.form.name.taken");
		}
		catch (ConflictException ex) {
			errors.reject("refused." + ex.key());
		}
		return show(act, null, model);
	}

	private String show(ActSummary act, @Nullable Cursor cursor, Model model) {
		UndoPlan plan = this.undos.plan(act.id());
		Page<UndoObstacle> obstacles = (plan.obstacles() > 0) ? this.undos.obstacles(act.id(), cursor) : Page.empty();
		model.addAttribute("sentence", this.sentences.sentence(act))
			.addAttribute("undone", this.undos.links(act.id()).undoneBy())
			.addAttribute("plan", plan)
			.addAttribute("obstacles", obstacles.items())
			.addAttribute("links", PageUrl.of("/history/%d/undo".formatted(act.id())).links(obstacles, cursor));
		return "history/undo";
	}

}
