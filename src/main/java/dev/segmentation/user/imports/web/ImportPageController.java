package dev.segmentation.user.imports.web;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import dev.segmentation.shared.web.page.PageController;
import dev.segmentation.shared.web.page.PageVisit;
import dev.segmentation.shared.web.page.Toast;
import dev.segmentation.shared.web.stream.StreamedAnswers;
import dev.segmentation.shared.web.template.Messages;
import dev.segmentation.task.TaskService;
import dev.segmentation.user.imports.ImportLayout;
import dev.segmentation.user.imports.ImportLine;
import dev.segmentation.user.imports.ImportService;
import dev.segmentation.user.imports.ImportState;
import dev.segmentation.user.imports.ImportTasks;
import dev.segmentation.user.imports.UserImport;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpMethod;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * One import: its dry run, its confirmation and its result.
 */
@PageController
@RequestMapping("/users/imports/{id}")
class ImportPageController {

	private static final int SHOWN = 20;

	private final ImportService imports;

	private final ImportTasks importTasks;

	private final TaskService tasks;

	private final StreamedAnswers streams;

	private final Messages messages;

	ImportPageController(ImportService imports, ImportTasks importTasks, TaskService tasks, StreamedAnswers streams,
			Messages messages) {
		this.imports = imports;
		this.importTasks = importTasks;
		this.tasks = tasks;
		this.streams = streams;
		this.messages = messages;
	}

	@ModelAttribute("shown")
	UserImport shown(@PathVariable long id) {
		return this.imports.get(id);
	}

	@GetMapping
	String show(@ModelAttribute("shown") UserImport shown, Model model) {
		model.addAttribute("form", ConfirmForm.EMPTY);
		return page(shown, model);
	}

	private String page(UserImport shown, Model model) {
		boolean ended = shown.is(ImportState.DONE) || shown.is(ImportState.DISCARDED);
		model.addAttribute("task", this.tasks.findRunning(shown.taskKey()).orElse(null))
			.addAttribute("guesses", guesses(shown))
			.addAttribute("examples", examples(shown))
			.addAttribute("rejected", ended ? this.imports.rejected(shown.id(), SHOWN) : List.of());
		return "imports/detail";
	}

	private List<ImportLayout.Guess> guesses(UserImport shown) {
		return shown.is(ImportState.CHECKED) ? this.imports.layout(shown.id()).guesses() : List.of();
	}

	private Map<String, List<ImportLine>> examples(UserImport shown) {
		if (!shown.is(ImportState.CHECKED)) {
			return Map.of();
		}
		return this.imports.examples(shown.id())
			.stream()
			.collect(Collectors.groupingBy((line) -> line.verdict().name()));
	}

	@PostMapping
	String start(@ModelAttribute("shown") UserImport shown, @ModelAttribute("form") ConfirmForm form,
			BindingResult errors, PageVisit visit, Model model) {
		if (!form.agreesWithColumns() && !guesses(shown).isEmpty()) {
			errors.rejectValue("columns", "imports.columns.unconfirmed");
			return page(shown, model);
		}
		return "redirect:" + this.importTasks.start(shown, visit.account()).url();
	}

	@PostMapping("/check")
	String check(@ModelAttribute("shown") UserImport shown, PageVisit visit) {
		return "redirect:" + this.importTasks.check(shown, visit.account()).url();
	}

	@PostMapping("/discard")
	String discard(@ModelAttribute("shown") UserImport shown, PageVisit visit) {
		this.imports.discard(shown.id());
		visit.tell(Toast.success("imports.discarded"));
		return "redirect:/users/import";
	}

	@GetMapping("/rejected.csv")
	void rejected(@ModelAttribute("shown") UserImport shown, HttpServletRequest request, HttpServletResponse response)
			throws IOException {
		RejectedCsv csv = new RejectedCsv(this.imports.layout(shown.id()), this.messages);
		if (HttpMethod.HEAD.matches(request.getMethod())) {
			csv.writeHeaders(shown.fileName(), response);
			return;
		}
		this.streams.send(response, () -> csv.writeHeaders(shown.fileName(), response),
				(out) -> csv.write(out, (lines) -> this.imports.forEachRejected(shown.id(), lines)));
	}

}
