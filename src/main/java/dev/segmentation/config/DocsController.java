package dev.segmentation.config;

import io.swagger.v3.oas.annotations.Hidden;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/**
 * Leads visitors to the documentation.
 */
@Hidden
@Controller
class DocsController {

	@GetMapping("/")
	String home() {
		return "redirect:/docs/index.html";
	}

}
