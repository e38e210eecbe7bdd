package dev.segmentation.filter.web;

import dev.segmentation.filter.FilterAddress;
import dev.segmentation.filter.SavedFilterService;
import dev.segmentation.shared.refusal.ConflictException;
import dev.segmentation.shared.refusal.InvalidInputException;
import dev.segmentation.shared.web.page.PageController;
import dev.segmentation.shared.web.page.PageRequests;
import dev.segmentation.shared.web.page.PageVisit;
import dev.segmentation.shared.web.page.Toast;
import jakarta.validation.Valid;

import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Saves the filters of a list under a name.
 */
@PageController
@RequestMapping("/filters/new")
class NewFilterPageController {

	private static final String VIEW = "filters/new";

	private final SavedFilterService filters;

	NewFilterPageController(SavedFilterService filters) {
		this.filters = filters;
	}

	/** The list with the filters. */
	@ModelAttribute("address")
	FilterAddress address(@RequestParam String page, PageVisit visit) {
		FilterAddress address = FilterAddress.parse(PageRequests.local(page))
			.filter(FilterAddress::isSavable)
			.orElseThrow(InvalidInputException::new);
		visit.account().require(address.list().lowest());
		return address;
	}

	@GetMapping
	String newForm(Model model) {
		model.addAttribute("form", SavedFilterForm.EMPTY);
		return VIEW;
	}

	@PostMapping
	String save(@ModelAttribute("address") FilterAddress address, @Valid @ModelAttribute("form") SavedFilterForm form,
			BindingResult errors, PageVisit visit) {
		if (errors.hasErrors()) {
			return VIEW;
		}
		try {
			this.filters.save(address, form.name(), form.team(), visit.account());
		}
		catch (ConflictException ex) {
			errors.rejectValue("name", ex.key(), ex.arguments(), null);
			return VIEW;
		}
		visit.tell(Toast.success("filters.added", form.name()));
		return "redirect:" + address.url();
	}

}
