package dev.segmentation.set.web;

import java.util.Optional;

import dev.segmentation.segment.Segment;
import dev.segmentation.segment.SegmentExistsException;
import dev.segmentation.segment.SegmentService;
import dev.segmentation.set.SetExpression;
import dev.segmentation.set.SetPlan;
import dev.segmentation.set.SetService;
import dev.segmentation.shared.web.page.PageController;
import dev.segmentation.shared.web.page.PageVisit;
import org.jspecify.annotations.Nullable;

import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.validation.Errors;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * Makes a segment of a set, or adds its users to a segment or removes them.
 */
@PageController
@RequestMapping("/sets/use")
class SetUsePageController {

	private static final String FORM = "sets/use";

	private final SetService sets;

	private final SegmentService segments;

	private final SetTasks tasks;

	private final SetFields fields;

	SetUsePageController(SetService sets, SegmentService segments, SetTasks tasks, SetFields fields) {
		this.sets = sets;
		this.segments = segments;
		this.tasks = tasks;
		this.fields = fields;
	}

	@GetMapping
	String form(@ModelAttribute("form") SetUseForm form, BindingResult errors, Model model) {
		this.fields.read(form.of(), errors).ifPresent((expression) -> count(expression, model));
		return FORM;
	}

	@PostMapping
	String use(@ModelAttribute("form") SetUseForm form, BindingResult errors, PageVisit visit, Model model) {
		Optional<SetExpression> expression = this.fields.read(form.of(), errors);
		Optional<Segment> segment = this.segments.findNamesake(form.segment(), 0);
		check(form, segment, errors);
		if (expression.isPresent() && !errors.hasErrors()) {
			if (!form.confirmed()) {
				return plan(expression.get(), segment.orElse(null), model);
			}
			try {
				return "redirect:" + this.tasks.start(expression.get(), form, segment.orElse(null), visit).url();
			}
			catch (SegmentExistsException ex) {
				errors.rejectValue("segment", "segments.form.name.taken");
			}
		}
		expression.ifPresent((set) -> count(set, model));
		return FORM;
	}

	private String plan(SetExpression expression, @Nullable Segment segment, Model model) {
		SetPlan plan = (segment != null) ? this.sets.plan(expression, segment)
				: new SetPlan(this.sets.count(expression).users(), 0, 0);
		model.addAttribute("plan", plan).addAttribute("target", segment);
		return "sets/confirm";
	}

	private static void check(SetUseForm form, Optional<Segment> segment, Errors errors) {
		if (form.use() != SetUse.CREATE) {
			if (segment.isEmpty()) {
				errors.rejectValue("segment", form.segment().isEmpty() ? "sets.use.missing" : "sets.use.unknown");
			}
		}
		else if (segment.isPresent()) {
			String name = segment.get().name();
			errors.rejectValue("segment",
					name.equals(form.segment()) ? "segments.form.name.taken" : "segments.form.name.alike",
					new Object[] { name }, null);
		}
		else if (!form.segment().matches("\\P{Cc}{2,64}")) {
			errors.rejectValue("segment", "segments.form.name.invalid");
		}
	}

	private void count(SetExpression expression, Model model) {
		model.addAttribute("users", this.sets.count(expression).users());
	}

}
