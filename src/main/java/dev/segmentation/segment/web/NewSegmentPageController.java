package dev.segmentation.segment.web;

import dev.segmentation.segment.SegmentExistsException;
import dev.segmentation.segment.SegmentService;
import dev.segmentation.shared.CurrentAccount;
import dev.segmentation.shared.Role;
import dev.segmentation.shared.web.page.PageController;
import dev.segmentation.shared.web.page.Redirects;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;

import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * The making of a segment: how many users a percentage is, is shown before anything is
 * done.
 */
@PageController
@RequestMapping("/segments/new")
class NewSegmentPageController {

	private static final String VIEW = "segments/new";

	private final SegmentService segments;

	private final SegmentTasks tasks;

	NewSegmentPageController(SegmentService segments, SegmentTasks tasks) {
		this.segments = segments;
		this.tasks = tasks;
	}

	@GetMapping
	String newForm(CurrentAccount account, Model model) {
		account.require(Role.EDITOR);
		return show(SegmentForm.blank(), model);
	}

	/** While somebody types; says nothing to what is no percentage yet. */
	@GetMapping("/share")
	String share(SegmentForm form, Model model) {
		show(form, model);
		return VIEW + " :: share";
	}

	@PostMapping(params = "preview")
	String preview(@Valid @ModelAttribute("form") SegmentForm form, BindingResult errors, Model model,
			HttpServletResponse response) {
		if (errors.hasErrors()) {
			response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
		}
		return show(form, model);
	}

	@PostMapping
	String create(@Valid @ModelAttribute("form") SegmentForm form, BindingResult errors, CurrentAccount account,
			Model model, HttpServletRequest request, HttpServletResponse response) {
		if (!errors.hasErrors() && form.isUnseen()) {
			model.addAttribute("unseen", true);
			return show(form, model);
		}
		try {
			if (!errors.hasErrors()) {
				return Redirects.to(request, this.tasks.create(form.toCommand(), account).url());
			}
		}
		catch (SegmentExistsException ex) {
			errors.rejectValue("name", "segments.form.name.taken");
		}
		response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
		return show(form, model);
	}

	private String show(SegmentForm form, Model model) {
		if (!model.containsAttribute("form")) {
			model.addAttribute("form", form);
		}
		if (form.hasShare()) {
			model.addAttribute("share", this.segments.share(form.share()));
		}
		return VIEW;
	}

}
