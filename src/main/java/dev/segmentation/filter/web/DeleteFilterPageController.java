package dev.segmentation.filter.web;

import dev.segmentation.filter.SavedFilter;
import dev.segmentation.filter.SavedFilterService;
import dev.segmentation.shared.web.page.PageController;
import dev.segmentation.shared.web.page.PageRequests;
import dev.segmentation.shared.web.page.PageVisit;
import dev.segmentation.shared.web.page.Toast;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Deletes a saved filter, and returns to the list.
 */
@PageController
@RequestMapping("/filters/{id}/delete")
class DeleteFilterPageController {

	private final SavedFilterService filters;

	DeleteFilterPageController(SavedFilterService filters) {
		this.filters = filters;
	}

	@ModelAttribute("filter")
	SavedFilter filter(@PathVariable long id, PageVisit visit) {
		return this.filters.getDeletable(id, visit.account());
	}

	@ModelAttribute("back")
	String back(@RequestParam(defaultValue = "") String page) {
		return PageRequests.local(page);
	}

	@GetMapping
	String confirm() {
		return "filters/delete";
	}

	@PostMapping
	String delete(@ModelAttribute("filter") SavedFilter filter, @ModelAttribute("back") String back, PageVisit visit) {
		this.filters.delete(filter.id(), visit.account());
		visit.tell(Toast.success("filters.deleted", filter.name()));
		return "redirect:" + back;
	}

}
