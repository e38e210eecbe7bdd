package dev.segmentation.history.web;

import dev.segmentation.history.act.ActService;
import dev.segmentation.history.act.ActSummary;
import dev.segmentation.history.undo.UndoObstacle;
import dev.segmentation.history.undo.UndoService;
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

	private final ActWords sentences;

	UndoPageController(ActService acts, UndoService undos, UndoTask task, ActWords sentences) {
		this.acts = acts;
		this.undos = undos;
		this.task = task;
		this.sentences = sentences;
	}

	@ModelAttribute("act")
	ActSummary act(@PathVariable long id) {
		return this.acts.get(id, ActPageController.CHANGES);
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
		try {
			return "redirect:" + this.task.start(act.id(), form, visit.account()).url();
		}
		catch (ConflictException ex) {
			errors.reject("refused." + ex.key());
			return show(act, null, model);
		}
	}

	private String show(ActSummary act, @Nullable Cursor cursor, Model model) {
		Page<UndoObstacle> obstacles = this.undos.obstacles(act.id(), cursor);
		model.addAttribute("sentence", this.sentences.sentence(act))
			.addAttribute("undone", this.undos.links(act.id()).undoneBy())
			.addAttribute("plan", this.undos.plan(act.id()))
			.addAttribute("obstacles", obstacles.items())
			.addAttribute("links", PageUrl.of("/history/%d/undo".formatted(act.id())).links(obstacles, cursor));
		return "history/undo";
	}

}
