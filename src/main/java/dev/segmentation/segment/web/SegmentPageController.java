package dev.segmentation.segment.web;

import java.util.List;

import dev.segmentation.segment.ChangeSegment;
import dev.segmentation.segment.SegmentChangedException;
import dev.segmentation.segment.SegmentDay;
import dev.segmentation.segment.SegmentDetails;
import dev.segmentation.segment.SegmentExistsException;
import dev.segmentation.segment.SegmentOwners;
import dev.segmentation.segment.SegmentScoped;
import dev.segmentation.segment.SegmentService;
import dev.segmentation.shared.web.page.PageController;
import dev.segmentation.shared.web.page.PageVisit;
import dev.segmentation.shared.web.page.Toast;
import jakarta.validation.Valid;

import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The pages of a segment: size over time, settings and deletion. The features of members
 * and history have their own pages.
 */
@PageController
@SegmentScoped
@RequestMapping("/segments/{id}")
class SegmentPageController {

	private static final String INLINE = "segments/edit :: edit";

	private static final List<Integer> RANGES = List.of(30, 90, 365);

	private final SegmentService segments;

	private final SegmentOwners owners;

	private final SegmentTasks tasks;

	private final Namesakes namesakes;

	SegmentPageController(SegmentService segments, SegmentOwners owners, SegmentTasks tasks, Namesakes namesakes) {
		this.segments = segments;
		this.owners = owners;
		this.tasks = tasks;
		this.namesakes = namesakes;
	}

	@GetMapping("/size")
	String size(@ModelAttribute("segment") SegmentDetails segment, @RequestParam(defaultValue = "30") String days,
			Model model) {
		int range = RANGES.stream().filter((one) -> one.toString().equals(days)).findFirst().orElse(RANGES.getFirst());
		List<SegmentDay> line = this.segments.days(segment.id(), range);
		model.addAttribute("ranges", RANGES)
			.addAttribute("range", range)
			.addAttribute("days", line)
			.addAttribute("entered", line.stream().mapToLong(SegmentDay::entered).sum())
			.addAttribute("left", line.stream().mapToLong(SegmentDay::left).sum())
			.addAttribute("expired", line.stream().mapToLong(SegmentDay::expired).sum());
		return "segments/size";
	}

	/**
	 * The page, or only its fields in place of the heading, on any page of the segment.
	 */
	@GetMapping("/settings")
	String settings(@ModelAttribute("segment") SegmentDetails segment,
			@RequestParam(defaultValue = "false") boolean inline, PageVisit visit, Model model) {
		model.addAttribute("form", SettingsForm.from(segment));
		return inline ? INLINE : showSettings(segment, visit, model);
	}

	@PostMapping("/settings")
	String change(@ModelAttribute("segment") SegmentDetails segment, @Valid @ModelAttribute("form") SettingsForm form,
			BindingResult errors, PageVisit visit, Model model) {
		ChangeSegment command = form.toCommand(segment);
		if (!errors.hasErrors() && !command.name().equals(segment.name())) {
			this.namesakes.refuse(command.name(), segment.id(), errors, model);
		}
		try {
			if (!errors.hasErrors()) {
				this.segments.change(command, visit.account());
				visit.tell(Toast.success("segments.settings.saved", form.name()));
				return "redirect:" + changed(segment, form, visit);
			}
		}
		catch (SegmentExistsException ex) {
			errors.rejectValue("name", "segments.form.name.taken");
		}
		catch (SegmentChangedException ex) {
			errors.reject("segments.settings.conflict");
			visit.answer(HttpStatus.CONFLICT);
		}
		return form.inline() ? INLINE : showSettings(segment, visit, model);
	}

	/**
	 * Returns the page on which the heading was edited.
	 */
	private static String changed(SegmentDetails segment, SettingsForm form, PageVisit visit) {
		String path = "/segments/" + segment.id();
		String current = visit.currentPage();
		boolean here = current.equals(path) || current.startsWith(path + "?") || current.startsWith(path + "/");
		return (form.inline() && here) ? current : path + "/settings";
	}

	private String showSettings(SegmentDetails segment, PageVisit visit, Model model) {
		model.addAttribute("candidates", this.owners.candidates(segment.id()))
			.addAttribute("owned", this.owners.isOwner(segment.id(), visit.account()));
		return "segments/settings";
	}

	@GetMapping("/delete")
	String deleteForm(Model model) {
		model.addAttribute("form", new DeleteSegmentForm(null, null));
		return "segments/delete";
	}

	@PostMapping("/delete")
	String delete(@ModelAttribute("segment") SegmentDetails segment, @ModelAttribute("form") DeleteSegmentForm form,
			BindingResult errors, PageVisit visit) {
		if (form.confirms(segment.name())) {
			return "redirect:" + this.tasks.delete(segment, form.note(), visit.account()).url();
		}
		errors.rejectValue("name", "segments.delete.name.wrong");
		return "segments/delete";
	}

}
