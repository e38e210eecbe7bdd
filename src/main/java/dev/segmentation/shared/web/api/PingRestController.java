package dev.segmentation.shared.web.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import io.swagger.v3.oas.annotations.tags.Tag;

import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Service")
class PingRestController {

	@GetMapping("/ping")
	@Operation(summary = "Check that the service responds")
	@SecurityRequirements
	ResponseEntity<Pong> ping() {
		return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(new Pong("pong"));
	}

	record Pong(String message) {
	}

}
