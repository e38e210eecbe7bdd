package dev.segmentation.membership.list.web;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

import dev.segmentation.membership.end.InvalidTtlException;
import dev.segmentation.membership.list.MemberList;
import dev.segmentation.membership.list.MemberListService;
import dev.segmentation.segment.SegmentDetails;
import dev.segmentation.segment.SegmentScoped;
import dev.segmentation.shared.Cursor;
import dev.segmentation.shared.refusal.NotFoundException;
import dev.segmentation.shared.web.page.HtmxFragment;
import dev.segmentation.shared.web.page.PageController;
import dev.segmentation.shared.web.page.PageVisit;
import dev.segmentation.user.UserField;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Pasted lists of users: review, confirm.
 */
@PageController
@SegmentScoped
@RequestMapping("/segments/{id}/members/lists/{list}")
class MemberListPageController {

	private final MemberListService lists;

	private final MemberListPage page;

	private final ListConfirmation confirmation;

	MemberListPageController(MemberListService lists, MemberListPage page, ListConfirmation confirmation) {
		this.lists = lists;
		this.page = page;
		this.confirmation = confirmation;
	}

	@ModelAttribute("visit")
	ListVisit visit(@ModelAttribute("segment") SegmentDetails segment, @PathVariable("list") long listId,
			PageVisit visit) {
		return new ListVisit(segment, listId, visit);
	}

	@GetMapping
	@HtmxFragment("table")
	String preview(@ModelAttribute("visit") ListVisit visit, @RequestParam @Nullable String at, Model model) {
		Cursor cursor = Cursor.parse(at);
		return this.page.answer(visit, model, (list) -> this.page.show(list, cursor, model));
	}

	/**
	 * Reads the list again, with the field that its numbers are.
	 */
	@PostMapping("/numbers")
	String decideNumbers(@ModelAttribute("visit") ListVisit visit, @ModelAttribute("form") NumbersForm form,
			BindingResult errors, Model model) {
		Optional<UserField> field = form.field();
		if (field.isEmpty()) {
			errors.rejectValue("numbers", "members.list.numbers.empty");
		}
		return this.page.answer(visit, model,
				(list) -> field.map((numbers) -> this.lists.readAgain(list, numbers, visit.account()))
					.map((id) -> "redirect:" + MemberListPage.url(list.segmentId(), id))
					.orElseGet(() -> this.page.show(list, null, model)));
	}

	/**
	 * Reads the list again, with the words of unknown entries as entries of their own.
	 */
	@PostMapping("/words")
	String split(@ModelAttribute("visit") ListVisit visit, Model model) {
		return this.page.answer(visit, model,
				(list) -> "redirect:" + MemberListPage.url(list.segmentId(), this.lists.split(list, visit.account())));
	}

	@PostMapping
	String confirm(@ModelAttribute("visit") ListVisit visit, Model model) {
		return this.page.answer(visit, model, (list) -> confirm(list, visit, model));
	}

	private String confirm(MemberList list, ListVisit visit, Model model) {
		try {
			return "redirect:" + this.confirmation.start(list, visit).url();
		}
		catch (InvalidTtlException ex) {
			visit.page().answer(HttpStatus.UNPROCESSABLE_CONTENT);
			model.addAttribute("error", "members.until.over");
			return this.page.show(list, null, model);
		}
	}

	@GetMapping("/unknown.txt")
	Object unknown(@ModelAttribute("visit") ListVisit visit, Model model) {
		try {
			return text(this.lists.unknown(this.page.find(visit).id(), visit.account()));
		}
		catch (NotFoundException ex) {
			return this.page.explain(visit, model);
		}
	}

	private static ResponseEntity<byte[]> text(List<String> entries) {
		return ResponseEntity.ok()
			.contentType(new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8))
			.header("Content-Disposition", "attachment; filename=\"unknown.txt\"")
			.body((String.join("\n", entries) + "\n").getBytes(StandardCharsets.UTF_8));
	}

}
