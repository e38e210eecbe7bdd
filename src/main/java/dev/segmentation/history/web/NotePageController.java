package dev.segmentation.history.web;

import dev.segmentation.history.act.ActService;
import dev.segmentation.history.act.ActSummary;
import dev.segmentation.history.note.NoteChangedException;
import dev.segmentation.history.note.NoteService;
import dev.segmentation.shared.web.page.PageController;
import dev.segmentation.shared.web.page.PageVisit;
import dev.segmentation.shared.web.page.Toast;

import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

import static java.util.Objects.requireNonNullElse;

/**
 * Adds a note to an act, or changes it.
 */
@PageController
@RequestMapping("/history/{id}/note")
class NotePageController {

	private final ActService acts;

	private final NoteService notes;

	NotePageController(ActService acts, NoteService notes) {
		this.acts = acts;
		this.notes = notes;
	}

	@ModelAttribute("act")
	ActSummary act(@PathVariable long id) {
		return this.acts.get(id, 1);
	}

	@GetMapping
	String noteForm(@ModelAttribute("act") ActSummary act, PageVisit visit, Model model) {
		NoteService.requireChangeable(act, visit.account());
		model.addAttribute("form", NoteForm.of(act));
		return "history/note";
	}

	@PostMapping
	String change(@ModelAttribute("act") ActSummary act, @ModelAttribute("form") NoteForm form, BindingResult errors,
			PageVisit visit) {
		try {
			this.notes.change(act, form.before(), form.note(), visit.account());
			visit.tell(Toast.success("history.note.saved"));
			return "redirect:/history/" + act.id();
		}
		catch (NoteChangedException ex) {
			errors.reject("refused.note.changed", new Object[] { requireNonNullElse(act.note(), "") }, null);
			return "history/note";
		}
	}

}
