package dev.segmentation.segment.web;

import dev.segmentation.segment.SegmentExistsException;
import dev.segmentation.segment.SegmentFilter;
import dev.segmentation.segment.SegmentList;
import dev.segmentation.segment.SegmentService;
import dev.segmentation.shared.Page;
import dev.segmentation.shared.web.page.HtmxFragment;
import dev.segmentation.shared.web.page.PageController;
import dev.segmentation.shared.web.page.PageLinks;
import dev.segmentation.shared.web.page.PageVisit;
import jakarta.validation.Valid;

import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * The list of segments, and the form for a new one.
 */
@PageController
@RequestMapping("/segments")
class SegmentsPageController {

	private final SegmentService segments;

	private final SegmentTasks tasks;

	private final Namesakes namesakes;

	SegmentsPageController(SegmentService segments, SegmentTasks tasks, Namesakes namesakes) {
		this.segments = segments;
		this.tasks = tasks;
		this.namesakes = namesakes;
	}

	@GetMapping
	@HtmxFragment("update")
	String list(@ModelAttribute("form") SegmentListForm form, PageVisit visit, Model model) {
		SegmentFilter filter = form.filter();
		SegmentList list = this.segments.list(filter, form.cursor(), Page.SIZE);
		PageLinks links = form.url().links(list.page(), form.cursor());
		visit.pushUrl(links.self());
		model.addAttribute("filter", filter)
			.addAttribute("list", list)
			.addAttribute("rowsBefore", list.before())
			.addAttribute("links", links);
		return "segments/list";
	}

	@GetMapping("/new")
	String newForm(Model model) {
		return show(SegmentForm.blank(), model);
	}

	@GetMapping("/new/share")
	String share(@Valid @ModelAttribute("form") SegmentForm form, BindingResult errors, Model model) {
		show(form, model);
		model.addAttribute("checked", true);
		return "segments/new :: checked";
	}

	@PostMapping(path = "/new", params = "preview")
	String preview(@Valid @ModelAttribute("form") SegmentForm form, BindingResult errors, Model model) {
		return show(form, model);
	}

	@PostMapping("/new")
	String create(@Valid @ModelAttribute("form") SegmentForm form, BindingResult errors, PageVisit visit, Model model) {
		if (!errors.hasErrors()) {
			this.namesakes.refuse(form.name(), 0, errors, model);
		}
		if (errors.hasErrors()) {
			return show(form, model);
		}
		if (form.isUnseen()) {
			model.addAttribute("unseen", true);
			return show(form, model);
		}
		try {
			return "redirect:" + this.tasks.create(form.toCommand(), visit.account()).url();
		}
		catch (SegmentExistsException ex) {
			errors.rejectValue("name", "segments.form.name.taken");
			return show(form, model);
		}
	}

	private String show(SegmentForm form, Model model) {
		if (!model.containsAttribute("form")) {
			model.addAttribute("form", form);
		}
		if (form.hasShare()) {
			model.addAttribute("share", this.segments.preview(form.share()));
		}
		return "segments/new";
	}

}
