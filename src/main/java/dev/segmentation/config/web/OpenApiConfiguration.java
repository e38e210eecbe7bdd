package dev.segmentation.config.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.segmentation.shared.CurrentAccount;
import dev.segmentation.shared.web.api.ApiError;
import dev.segmentation.shared.web.api.SnakeCase;
import dev.segmentation.shared.web.api.v2.Version2;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter.StyleEnum;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springdoc.core.filters.OpenApiMethodFilter;
import org.springdoc.core.utils.SpringDocUtils;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * The parts of the API's description that the controllers do not give.
 */
@Configuration(proxyBeanMethods = false)
class OpenApiConfiguration implements WebMvcConfigurer {

	private static final String TOKEN = "token";

	static {
		SpringDocUtils.getConfig().addRequestWrapperToIgnore(CurrentAccount.class);
	}

	/**
	 * Replaces a style sheet of Swagger UI, whose copy buttons are white on white.
	 */
	@Override
	public void addResourceHandlers(ResourceHandlerRegistry registry) {
		registry.addResourceHandler("/docs/swagger-ui/index.css").addResourceLocations("classpath:/static/assets/");
	}

	@Bean
	OpenAPI openApi() {
		Components components = new Components()
			.addSecuritySchemes(TOKEN, new SecurityScheme().type(SecurityScheme.Type.HTTP)
				.scheme("bearer")
				.bearerFormat("seg_... or JWT")
				.description("""
						Programs use an API token, which begins with seg_. Editors create it on the page
						API tokens. The access token of a sign-in is also accepted. It is valid for 15 minutes."""));
		return new OpenAPI().components(components)
			.addSecurityItem(new SecurityRequirement().addList(TOKEN))
			.info(new Info().title("Dynamic User Segmentation").version("1").description("""
					Reads and changes the segments of users, and reads the history of these changes.

					Create a token on the page **API tokens**, or sign in with
					**POST /api/v1/users/sign-in** and copy the token from the answer. Then press
					**Authorize** and paste the token."""));
	}

	/** Version 2 has its own document. */
	@Bean
	OpenApiMethodFilter version1() {
		return (method) -> !method.getDeclaringClass().isAnnotationPresent(Version2.class);
	}

	/**
	 * Names parameters in snake case, as in JSON, and separates lists by commas.
	 */
	@Bean
	OperationCustomizer parameters() {
		return (operation, handler) -> {
			Optional.ofNullable(operation.getParameters()).orElse(List.of()).forEach((parameter) -> {
				parameter.setName(SnakeCase.of(parameter.getName()));
				if (parameter.getSchema() instanceof ArraySchema) {
					parameter.style(StyleEnum.FORM).explode(false);
				}
			});
			return operation;
		};
	}

	/**
	 * Adds the body of errors. It has a map, which springdoc cannot copy from the first
	 * bean.
	 */
	@Bean
	OpenApiCustomizer errorBody() {
		return (document) -> ModelConverters.getInstance(true)
			.read(ApiError.class)
			.forEach(document.getComponents()::addSchemas);
	}

	/**
	 * Removes patterns with flags of Java, such as {@code (?U)}. Clients in other
	 * languages cannot read them.
	 */
	@Bean
	OpenApiCustomizer patterns() {
		return (document) -> document.getComponents()
			.getSchemas()
			.values()
			.forEach(OpenApiConfiguration::removePatternsOfJava);
	}

	static void removePatternsOfJava(Schema<?> schema) {
		Optional.ofNullable(schema.getProperties())
			.orElse(Map.of())
			.values()
			.stream()
			.filter((property) -> property.getPattern() != null && property.getPattern().startsWith("(?"))
			.forEach((property) -> property.setPattern(null));
	}

	/**
	 * Adds the errors that every call can return.
	 */
	@Bean
	OperationCustomizer errors() {
		return (operation, handler) -> {
			ApiResponses responses = operation.getResponses();
			refusal(responses, "400", "The request is invalid");
			if (operation.getSecurity() == null) {
				refusal(responses, "401", "The token is missing, invalid or expired");
				refusal(responses, "403", "The role of the token does not permit this request");
			}
			responses.putIfAbsent("429",
					new ApiResponse().description("The client sent too many requests. Try again after Retry-After"));
			refusal(responses, "503", "The service is overloaded, or its database is unavailable. Try again later");
			responses.forEach((status, response) -> {
				if (status.charAt(0) > '3') {
					response.setContent(errorContent());
				}
			});
			return operation;
		};
	}

	private static void refusal(ApiResponses responses, String status, String description) {
		responses.addApiResponse(status, new ApiResponse().description(description));
	}

	private static Content errorContent() {
		return new Content().addMediaType("application/json",
				new MediaType().schema(new Schema<>().$ref("#/components/schemas/ApiError")));
	}

}
