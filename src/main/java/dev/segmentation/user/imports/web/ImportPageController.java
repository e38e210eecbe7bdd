package dev.segmentation.user.imports.web;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import dev.segmentation.shared.CurrentAccount;
import dev.segmentation.shared.web.page.Crumb;
import dev.segmentation.shared.web.page.PageController;
import dev.segmentation.shared.web.page.Redirects;
import dev.segmentation.shared.web.page.Toast;
import dev.segmentation.shared.web.page.Messages;
import dev.segmentation.task.Task;
import dev.segmentation.task.TaskService;
import dev.segmentation.user.imports.ImportLine;
import dev.segmentation.user.imports.ImportProperties;
import dev.segmentation.user.imports.ImportService;
import dev.segmentation.user.imports.ImportState;
import dev.segmentation.user.imports.InvalidImportFileException;
import dev.segmentation.user.imports.UserImport;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Uploads lists of users, shows what they would change, and what they changed.
 */
@PageController
@RequestMapping("/users")
class ImportPageController {

	private static final int SHOWN = 20;

	private final ImportService imports;

	private final TaskService tasks;

	private final Messages messages;

	private final ImportProperties properties;

	ImportPageController(ImportService imports, TaskService tasks, Messages messages, ImportProperties properties) {
		this.imports = imports;
		this.tasks = tasks;
		this.messages = messages;
		this.properties = properties;
	}

	@GetMapping("/import")
	String newForm(@RequestParam(defaultValue = "" + Long.MAX_VALUE) long before, Model model) {
		model.addAttribute("form", new ImportForm(null));
		return showForm(before, model);
	}

	@PostMapping("/import")
	String upload(@ModelAttribute("form") ImportForm form, BindingResult binding, CurrentAccount account, Model model,
			HttpServletRequest request, HttpServletResponse response) throws IOException {
		MultipartFile file = form.file();
		if (file == null || file.isEmpty()) {
			binding.rejectValue("file", "imports.file." + (form.isChosen() ? "EMPTY" : "MISSING"));
		}
		else {
			try (InputStream content = file.getInputStream()) {
				Task check = this.imports.upload(form.fileName(), content, account);
				return Redirects.to(request, check.url());
			}
			catch (InvalidImportFileException ex) {
				binding.rejectValue("file", "imports.file." + ex.problem(), new Object[] { argument(ex) }, null);
			}
		}
		response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
		return showForm(Long.MAX_VALUE, model);
	}

	/** A number, as that of a line, is written with the separators of the language. */
	private static Object argument(InvalidImportFileException ex) {
		String argument = ex.argument();
		return argument.matches("\\d+") ? (Object) Long.valueOf(argument) : argument;
	}

	private String showForm(long before, Model model) {
		List<UserImport> imports = this.imports.before(before, SHOWN + 1);
		boolean more = imports.size() > SHOWN;
		List<UserImport> shown = imports.subList(0, Math.min(SHOWN, imports.size()));
		model.addAttribute("imports", shown);
		model.addAttribute("newer", (before != Long.MAX_VALUE) ? "/users/import" : null);
		model.addAttribute("older", more ? "/users/import?before=" + shown.getLast().id() : null);
		model.addAttribute("maxBytes", this.properties.maxFile().toBytes());
		model.addAttribute("maxMegabytes", this.properties.maxFile().toMegabytes());
		model.addAttribute("maxRows", this.properties.maxRows());
		model.addAttribute("trail", trail().subList(0, 1));
		return "imports/upload";
	}

	@GetMapping("/imports/{id}")
	String detail(@PathVariable long id, Model model) {
		UserImport shown = this.imports.get(id);
		model.addAttribute("shown", shown);
		model.addAttribute("task", this.tasks.findRunning(shown.taskKey()).orElse(null));
		model.addAttribute("examples", examples(shown));
		model.addAttribute("rejected", (shown.is(ImportState.DONE) || shown.is(ImportState.DISCARDED))
				? this.imports.rejected(id, SHOWN) : List.of());
		model.addAttribute("trail", trail());
		return "imports/detail";
	}

	private Map<String, List<ImportLine>> examples(UserImport shown) {
		if (!shown.is(ImportState.CHECKED)) {
			return Map.of();
		}
		return this.imports.examples(shown.id())
			.stream()
			.collect(Collectors.groupingBy((line) -> line.verdict().name()));
	}

	@PostMapping("/imports/{id}")
	String start(@PathVariable long id, CurrentAccount account, HttpServletRequest request) {
		return Redirects.to(request, this.imports.start(id, account).url());
	}

	@PostMapping("/imports/{id}/check")
	String check(@PathVariable long id, CurrentAccount account, HttpServletRequest request) {
		return Redirects.to(request, this.imports.check(id, account).url());
	}

	@PostMapping("/imports/{id}/discard")
	String discard(@PathVariable long id, HttpServletRequest request, RedirectAttributes redirect) {
		this.imports.discard(id);
		redirect.addFlashAttribute(Toast.ATTRIBUTE, Toast.success("imports.discarded"));
		return Redirects.to(request, "/users/import");
	}

	@GetMapping("/imports/{id}/rejected.csv")
	void rejected(@PathVariable long id, HttpServletResponse response) throws IOException {
		UserImport shown = this.imports.get(id);
		RejectedCsv csv = new RejectedCsv(this.imports.layout(id), this.messages);
		csv.writeHeaders(shown.fileName(), response);
		csv.write(response.getOutputStream(), (lines) -> this.imports.forEachRejected(id, lines));
	}

	private List<Crumb> trail() {
		return Arrays.asList(new Crumb("/users", this.messages.get("layout.users")),
				new Crumb("/users/import", this.messages.get("imports.title")));
	}

}
