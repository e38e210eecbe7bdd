package dev.segmentation.task.web;

import dev.segmentation.shared.Page;
import dev.segmentation.shared.web.page.HtmxFragment;
import dev.segmentation.shared.web.page.PageController;
import dev.segmentation.shared.web.page.PageVisit;
import dev.segmentation.shared.web.page.Toast;
import dev.segmentation.task.Task;
import dev.segmentation.task.TaskResult;
import dev.segmentation.task.TaskService;

import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * Shows background tasks, and redirects from a task that is done to its result.
 */
@PageController
@RequestMapping("/tasks")
class TaskPageController {

	private final TaskService tasks;

	TaskPageController(TaskService tasks) {
		this.tasks = tasks;
	}

	@GetMapping
	@HtmxFragment("table")
	String list(Model model) {
		model.addAttribute("tasks", this.tasks.newest(Page.SIZE));
		return "tasks/list";
	}

	@GetMapping("/{id}")
	@HtmxFragment("task")
	String detail(@PathVariable long id, PageVisit visit, Model model) {
		Task task = this.tasks.get(id);
		TaskResult result = task.result();
		if (result != null) {
			if (result.message() != null) {
				visit.tell(Toast.success(result.message(), result.args().toArray()).offerUndo(result.act()));
			}
			return "redirect:" + result.url();
		}
		if (visit.isPartial() && isShownBy(visit.currentPage(), task)) {
			return "redirect:" + task.page();
		}
		model.addAttribute("task", task);
		return "tasks/detail";
	}

	/** The page of a report says how its task ended, and what can be done next. */
	private static boolean isShownBy(String page, Task task) {
		return !task.isRunning() && page.equals(task.page()) && page.startsWith("/reports/");
	}

	@PostMapping("/{id}/cancel")
	String cancel(@PathVariable long id) {
		Task task = this.tasks.cancel(id);
		return "redirect:" + ((task.page() != null) ? task.page() : task.url());
	}

}
