package dev.segmentation.segment.web;

import dev.segmentation.segment.SegmentChangedException;
import dev.segmentation.segment.SegmentDetails;
import dev.segmentation.segment.SegmentExistsException;
import dev.segmentation.segment.SegmentService;
import dev.segmentation.shared.web.page.PageController;
import dev.segmentation.shared.web.page.Redirects;
import dev.segmentation.shared.web.page.Toast;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;

import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * A segment's name and description. Of two people who change them at once the second is
 * shown what the first has written.
 */
@PageController
@RequestMapping("/segments/{id:[0-9]{1,18}}/settings")
class SegmentSettingsPageController {

	private static final String VIEW = "segments/settings";

	private final SegmentService segments;

	SegmentSettingsPageController(SegmentService segments) {
		this.segments = segments;
	}

	@GetMapping
	String settings(@PathVariable long id, Model model) {
		SegmentDetails segment = show(id, model);
		model.addAttribute("form", SettingsForm.from(segment)).addAttribute("version", segment.version());
		return VIEW;
	}

	@PostMapping
	String change(@PathVariable long id, @Valid @ModelAttribute("form") SettingsForm form, BindingResult errors,
			Model model, RedirectAttributes redirect, HttpServletRequest request, HttpServletResponse response) {
		model.addAttribute("version", form.version());
		try {
			if (!errors.hasErrors()) {
				this.segments.change(form.toCommand(id));
				redirect.addFlashAttribute(Toast.ATTRIBUTE, Toast.success("segments.settings.saved", form.name()));
				return Redirects.to(request, "/segments/" + id + "/settings");
			}
			response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
		}
		catch (SegmentExistsException ex) {
			errors.rejectValue("name", "segments.form.name.taken");
			response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
		}
		catch (SegmentChangedException ex) {
			// The next try is made knowing what is there now.
			model.addAttribute("conflict", true).addAttribute("version", show(id, model).version());
			response.setStatus(HttpServletResponse.SC_CONFLICT);
			return VIEW;
		}
		show(id, model);
		return VIEW;
	}

	private SegmentDetails show(long id, Model model) {
		SegmentDetails segment = this.segments.details(id);
		model.addAttribute("segment", segment);
		return segment;
	}

}
