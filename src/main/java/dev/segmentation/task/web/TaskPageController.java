package dev.segmentation.task.web;

import java.util.List;

import dev.segmentation.shared.web.Crumb;
import dev.segmentation.shared.web.Messages;
import dev.segmentation.shared.web.Redirects;
import dev.segmentation.shared.web.Toast;
import dev.segmentation.task.Task;
import dev.segmentation.task.TaskResult;
import dev.segmentation.task.TaskService;
import io.github.wimdeblauwe.htmx.spring.boot.mvc.HxRequest;
import jakarta.servlet.http.HttpServletRequest;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Shows how far long acts are, and leads on to what came of them.
 */
@Controller
@RequestMapping("/tasks")
class TaskPageController {

	private static final int SHOWN = 50;

	private final TaskService tasks;

	private final Messages messages;

	TaskPageController(TaskService tasks, Messages messages) {
		this.tasks = tasks;
		this.messages = messages;
	}

	@GetMapping
	String list(Model model) {
		model.addAttribute("tasks", this.tasks.newest(SHOWN));
		return "tasks/list";
	}

	@GetMapping
	@HxRequest(boosted = false)
	String table(Model model) {
		list(model);
		return "tasks/list :: table";
	}

	@GetMapping("/{id}")
	String detail(@PathVariable long id, HttpServletRequest request, Model model, RedirectAttributes redirect) {
		Task task = this.tasks.get(id);
		TaskResult result = task.result();
		if (result != null) {
			if (result.message() != null) {
				redirect.addFlashAttribute(Toast.ATTRIBUTE, Toast.success(result.message(), result.args().toArray()));
			}
			return Redirects.to(request, result.url());
		}
		model.addAttribute("task", task);
		model.addAttribute("trail", List.of(new Crumb("/tasks", this.messages.get("tasks.title"))));
		return "tasks/detail";
	}

	@GetMapping("/{id}")
	@HxRequest(boosted = false)
	String progress(@PathVariable long id, HttpServletRequest request, Model model, RedirectAttributes redirect) {
		String view = detail(id, request, model, redirect);
		return "tasks/detail".equals(view) ? "tasks/detail :: task" : view;
	}

	@PostMapping("/{id}/cancel")
	String cancel(@PathVariable long id, HttpServletRequest request) {
		Task task = this.tasks.cancel(id);
		return Redirects.to(request, (task.page() != null) ? task.page() : task.url());
	}

}
