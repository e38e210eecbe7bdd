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

	private final ListCheck check;

	private final ListConfirmation confirmation;

	MemberListPageController(MemberListService lists, MemberListPage page, ListCheck check,
			ListConfirmation confirmation) {
		this.lists = lists;
		this.page = page;
		this.check = check;
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
				(list) -> field.map((numbers) -> this.lists.readAgain(list, numbers))
					.map((id) -> this.check.start(visit.segment(), id, visit.page()))
					.orElseGet(() -> this.page.show(list, null, model)));
	}

	/**
	 * Reads the list again, with the words of unknown entries as entries of their own.
	 */
	@PostMapping("/words")
	String split(@ModelAttribute("visit") ListVisit visit, Model model) {
		return this.page.answer(visit, model,
				(list) -> this.check.start(visit.segment(), this.lists.split(list, visit.account()), visit.page()));
	}

	/**
	 * Reads the list again, with another column that names users.
	 */
	@PostMapping("/columns")
	String chooseColumns(@ModelAttribute("visit") ListVisit visit, ColumnsForm columns, Model model) {
		return this.page.answer(visit, model, (list) -> {
			long id = this.lists.readAgain(list, columns.columnOf(list), columns.userField());
			return this.check.start(visit.segment(), id, visit.page());
		});
	}

	@PostMapping
	String confirm(@ModelAttribute("visit") ListVisit visit, @RequestParam @Nullable String name, Model model) {
		return this.page.answer(visit, model, (list) -> list.isLosingMost() && !visit.segment().name().equals(name)
				? refuse(list, "nameError", visit, model) : confirm(list, visit, model));
	}

	private String refuse(MemberList list, String error, ListVisit visit, Model model) {
		visit.page().answer(HttpStatus.UNPROCESSABLE_CONTENT);
		model.addAttribute(error, error.equals("error") ? "members.until.over" : "segments.delete.name.wrong");
		return this.page.show(list, null, model);
	}

	private String confirm(MemberList list, ListVisit visit, Model model) {
		try {
			return "redirect:" + this.confirmation.start(list, visit).url();
		}
		catch (InvalidTtlException ex) {
			return refuse(list, "error", visit, model);
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
