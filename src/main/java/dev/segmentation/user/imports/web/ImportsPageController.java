package dev.segmentation.user.imports.web;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

import dev.segmentation.shared.CurrentAccount;
import dev.segmentation.shared.Cursor;
import dev.segmentation.shared.Page;
import dev.segmentation.shared.web.page.PageController;
import dev.segmentation.shared.web.page.PageUrl;
import dev.segmentation.shared.web.page.PageVisit;
import dev.segmentation.shared.web.turn.UploadTurns;
import dev.segmentation.user.imports.ImportProperties;
import dev.segmentation.user.imports.ImportService;
import dev.segmentation.user.imports.ImportTasks;
import dev.segmentation.user.imports.InvalidImportFileException;
import dev.segmentation.user.imports.UserImport;
import org.jspecify.annotations.Nullable;

import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/**
 * All imports: the upload of a file, and the list of past imports.
 */
@PageController
@RequestMapping("/users/import")
class ImportsPageController {

	private static final int SIZE = 20;

	private final ImportService imports;

	private final ImportTasks tasks;

	private final UploadTurns turns;

	private final ImportProperties properties;

	ImportsPageController(ImportService imports, ImportTasks tasks, UploadTurns turns, ImportProperties properties) {
		this.imports = imports;
		this.tasks = tasks;
		this.turns = turns;
		this.properties = properties;
	}

	@GetMapping
	String list(@RequestParam @Nullable String at, Model model) {
		model.addAttribute("form", new ImportForm(null));
		return show(Cursor.parse(at), model);
	}

	@PostMapping
	String upload(@ModelAttribute("form") ImportForm form, BindingResult errors, PageVisit visit, Model model)
			throws IOException {
		MultipartFile file = form.file();
		if (file == null || file.isEmpty()) {
			errors.rejectValue("file", "imports.file." + (form.isChosen() ? "EMPTY" : "MISSING"));
			return show(null, model);
		}
		Optional<UploadTurns.Turn> turn = this.turns.take(visit.account());
		if (turn.isEmpty()) {
			errors.rejectValue("file", "imports.busy");
			return show(null, model);
		}
		try {
			return "redirect:" + check(file, form.fileName(), visit.account());
		}
		catch (InvalidImportFileException ex) {
			errors.rejectValue("file", ex.key(), ex.arguments(), null);
			return show(null, model);
		}
		finally {
			turn.get().end();
		}
	}

	private String check(MultipartFile file, String name, CurrentAccount account) throws IOException {
		try (InputStream content = file.getInputStream()) {
			long id = this.imports.upload(name, content, account);
			return this.tasks.check(this.imports.get(id), account).url();
		}
	}

	private String show(@Nullable Cursor cursor, Model model) {
		Page<UserImport> page = this.imports.list(cursor, SIZE);
		model.addAttribute("imports", page.items())
			.addAttribute("links", PageUrl.of("/users/import").links(page, cursor))
			.addAttribute("maxBytes", this.properties.maxFile().toBytes())
			.addAttribute("maxMegabytes", this.properties.maxFile().toMegabytes())
			.addAttribute("maxRows", this.properties.maxRows());
		return "imports/upload";
	}

}
