package dev.segmentation.config.web;

import java.util.List;
import java.util.Optional;
import java.util.Set;

import dev.segmentation.segment.SegmentRef;
import dev.segmentation.shared.web.api.v2.Clearable;
import dev.segmentation.shared.web.api.v2.Problem;
import dev.segmentation.shared.web.api.v2.Version2;
import dev.segmentation.user.UserRef;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import org.springdoc.core.models.GroupedOpenApi;
import org.springdoc.core.utils.SpringDocUtils;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.method.HandlerMethod;

/**
 * The document of version 2 of the API: /v3/api-docs/v2. That of version 1 does not
 * contain it.
 */
@Configuration(proxyBeanMethods = false)
class OpenApiV2Configuration {

	static {
		SpringDocUtils.getConfig()
			.replaceWithClass(UserRef.class, String.class)
			.replaceWithClass(SegmentRef.class, String.class)
			.replaceWithClass(Clearable.class, String.class);
	}

	@Bean
	GroupedOpenApi version2() {
		return GroupedOpenApi.builder()
			.group("v2")
			.displayName("Version 2")
			.pathsToMatch("/api/v2/**")
			.addOpenApiMethodFilter((method) -> method.getDeclaringClass().isAnnotationPresent(Version2.class))
			.addOperationCustomizer(OpenApiV2Configuration::addProblems)
			.addOpenApiCustomizer(OpenApiV2Configuration::describe)
			.build();
	}

	private static void describe(OpenAPI document) {
		document.info(new Info().title("Dynamic User Segmentation").version("2").description("""
				Users, segments and memberships for programs. docs/api-v2.md explains references, lists,
				conditions and all codes of problems."""));
		ModelConverters.getInstance(true).read(Problem.class).forEach(document.getComponents()::addSchemas);
		document.getComponents().getSchemas().values().forEach(OpenApiConfiguration::removePatternsOfJava);
	}

	private static Operation addProblems(Operation operation, HandlerMethod handler) {
		ApiResponses responses = operation.getResponses();
		refusal(responses, 400, "The request cannot be read");
		refusal(responses, 401, "The token is missing, invalid or expired");
		refusal(responses, 403, "The role of the token does not permit this call");
		if (!Optional.ofNullable(operation.getParameters()).orElse(List.of()).isEmpty()) {
			refusal(responses, 404, "A resource of the path does not exist");
			refusal(responses, 422, "A value is wrong");
		}
		if (operation.getRequestBody() != null) {
			refusal(responses, 413, "The body is too large");
			refusal(responses, 415, "The body is not JSON");
			refusal(responses, 422, "A value is wrong");
		}
		if (handler.hasMethodAnnotation(PatchMapping.class) || handler.hasMethodAnnotation(DeleteMapping.class)) {
			refusal(responses, 412, "The resource was changed after the version that If-Match names");
		}
		refusal(responses, 429, "The client sent too many requests");
		refusal(responses, 503, "The service is overloaded, or its database is unavailable");
		responses.forEach(OpenApiV2Configuration::complete);
		return operation;
	}

	private static void refusal(ApiResponses responses, int status, String description) {
		responses.putIfAbsent("" + status, new ApiResponse().description(description));
	}

	private static void complete(String status, ApiResponse response) {
		header(response, "X-Request-Id", "The id of the request, which the log has too");
		header(response, "RateLimit-Policy", "The limit of the account: q requests in w seconds");
		header(response, "RateLimit", "The rest of the limit: r requests, and t seconds until all are free");
		if (Set.of("429", "503").contains(status)) {
			header(response, "Retry-After", "Seconds after which to try again");
		}
		if (status.charAt(0) > '3') {
			response.setContent(new Content().addMediaType("application/problem+json",
					new MediaType().schema(new Schema<>().$ref("#/components/schemas/Problem"))));
		}
	}

	private static void header(ApiResponse response, String name, String description) {
		response.addHeaderObject(name, new Header().description(description).schema(new StringSchema()));
	}

}
