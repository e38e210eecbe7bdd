package dev.segmentation.config.startup.setting;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import dev.segmentation.config.startup.failure.FailureSentence;

import org.springframework.boot.actuate.autoconfigure.web.server.ManagementServerProperties;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.validation.ValidationBindHandler;
import org.springframework.boot.tomcat.autoconfigure.TomcatServerProperties;
import org.springframework.boot.web.server.autoconfigure.ServerProperties;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.util.ClassUtils;
import org.springframework.validation.beanvalidation.LocalValidatorFactoryBean;

/**
 * Finds all invalid settings at once, where a start ends at the first one.
 */
@ConfigurationPropertiesScan("dev.segmentation")
public class SettingsCheck {

	/** Spring Boot's own settings that README and the documents name. */
	private static final List<Class<?>> OF_SPRING = List.of(ServerProperties.class, TomcatServerProperties.class,
			ManagementServerProperties.class);

	private final ConfigurableApplicationContext context;

	private final SettingFailureAnalyzer analyzer = new SettingFailureAnalyzer();

	SettingsCheck(ConfigurableApplicationContext context) {
		this.context = context;
	}

	/**
	 * Returns a sentence for each invalid setting.
	 */
	public List<String> problems() {
		List<String> problems = new ArrayList<>();
		try (LocalValidatorFactoryBean validator = new LocalValidatorFactoryBean()) {
			validator.afterPropertiesSet();
			Stream.concat(settings(), OF_SPRING.stream()).forEach((type) -> bind(type, validator, problems));
		}
		return problems.stream().distinct().toList();
	}

	private Stream<Class<?>> settings() {
		return Arrays.stream(this.context.getBeanDefinitionNames())
			.map((name) -> this.context.getBeanFactory().getBeanDefinition(name).getBeanClassName())
			.filter(Objects::nonNull)
			.<Class<?>>map((type) -> ClassUtils.resolveClassName(type, this.context.getClassLoader()))
			.filter((type) -> type.isAnnotationPresent(ConfigurationProperties.class));
	}

	private void bind(Class<?> type, LocalValidatorFactoryBean validator, List<String> problems) {
		String prefix = Objects.requireNonNull(type.getAnnotation(ConfigurationProperties.class)).value();
		InvalidValues values = new InvalidValues(this.analyzer);
		try {
			Binder.get(this.context.getEnvironment())
				.bind(prefix, Bindable.of(type), new ValidationBindHandler(values, validator));
		}
		catch (BindException ex) {
			problems.add(FailureSentence.of(ex, this.context).orElseThrow(() -> ex));
		}
		problems.addAll(values.sentences());
	}

	/**
	 * Tries to open the ports.
	 */
	public List<String> portProblems() {
		Environment environment = this.context.getEnvironment();
		int management = environment.getProperty("management.server.port", Integer.class, 0);
		return Stream
			.of(portProblem(this.context.getBean(PortProperties.class).port(), "SERVER_PORT"),
					portProblem(management, "MANAGEMENT_SERVER_PORT"))
			.flatMap(Optional::stream)
			.toList();
	}

	private static Optional<String> portProblem(int port, String setting) {
		try (ServerSocket socket = new ServerSocket()) {
			socket.bind(new InetSocketAddress(port));
			return Optional.empty();
		}
		catch (IOException ex) {
			return Optional.of("Port %d cannot be opened (%s). Set another port with %s.".formatted(port,
					ex.getMessage(), setting));
		}
	}

}
