package dev.segmentation;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import dev.segmentation.shared.database.DatabaseOutage;
import dev.segmentation.shared.database.FullDisk;
import dev.segmentation.shared.database.SqlTime;
import dev.segmentation.shared.refusal.RestrictedSegmentException;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.stereotype.Controller;
import org.springframework.stereotype.Repository;
import org.springframework.web.bind.annotation.RestController;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noConstructors;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;

/**
 * The rules for dependencies between packages, each with its reason.
 */
@AnalyzeClasses(packagesOf = Application.class, importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTests {

	/**
	 * Each feature keeps its SQL in its repositories. Exceptions: SqlTime converts
	 * instants for all repositories. DatabaseOutage, FullDisk, RestrictedSegmentException
	 * and a failed start explain the driver's exceptions. The lock for migrations is
	 * taken before any table exists.
	 */
	@ArchTest
	static final ArchRule ONLY_REPOSITORIES_SEE_SQL = noClasses().that()
		.areNotAnnotatedWith(Repository.class)
		.and()
		.doNotBelongToAnyOf(SqlTime.class, DatabaseOutage.class, FullDisk.class, RestrictedSegmentException.class)
		.and()
		.resideOutsideOfPackages("..config.startup..", "..config.database..")
		.should()
		.dependOnClassesThat()
		.resideInAnyPackage("org.springframework.jdbc..", "java.sql..", "javax.sql..", "org.postgresql..");

	/** Drive can be replaced, because no other code uses Google's types. */
	@ArchTest
	static final ArchRule ONLY_DRIVE_SEES_GOOGLE = noClasses().that()
		.resideOutsideOfPackage("..report.drive..")
		.should()
		.dependOnClassesThat()
		.resideInAPackage("com.google..");

	/** Controllers are entry points. No other code calls them. */
	@ArchTest
	static final ArchRule WEB_IS_PACKAGE_PRIVATE = classes().that()
		.resideInAPackage("..web..")
		.and()
		.resideOutsideOfPackage("..shared.web..")
		.should()
		.notBePublic();

	/** New developers look for controllers in web packages. */
	@ArchTest
	static final ArchRule CONTROLLERS_LIVE_IN_WEB = classes().that()
		.areAnnotatedWith(RestController.class)
		.or()
		.areMetaAnnotatedWith(Controller.class)
		.should()
		.resideInAnyPackage("..web..", "dev.segmentation.config..");

	/** Other features use the service of a feature, not its repositories. */
	@ArchTest
	static final ArchRule REPOSITORIES_ARE_PACKAGE_PRIVATE = classes().that()
		.areAnnotatedWith(Repository.class)
		.should()
		.notBePublic();

	/**
	 * The configuration wires features together, so features must work without it.
	 * Commands start parts of it.
	 */
	@ArchTest
	static final ArchRule NOBODY_DEPENDS_ON_CONFIG = noClasses().that()
		.resideOutsideOfPackages("dev.segmentation.config..", "dev.segmentation.command..")
		.should()
		.dependOnClassesThat()
		.resideInAPackage("dev.segmentation.config..");

	/** Commands are entry points. */
	@ArchTest
	static final ArchRule ONLY_MAIN_DEPENDS_ON_COMMANDS = noClasses().that()
		.resideOutsideOfPackage("dev.segmentation.command..")
		.and()
		.doNotBelongToAnyOf(Application.class)
		.should()
		.dependOnClassesThat()
		.resideInAPackage("dev.segmentation.command..");

	/**
	 * The application uses Jackson 3. Jackson 2 is on the classpath only because
	 * springdoc needs it.
	 */
	@ArchTest
	static final ArchRule NO_JACKSON_2 = noClasses().should()
		.dependOnClassesThat()
		.resideInAnyPackage("com.fasterxml.jackson.databind..", "com.fasterxml.jackson.core..");

	/** The constructor shows all dependencies of a class. */
	@ArchTest
	static final ArchRule NO_FIELD_INJECTION = noFields().should().beAnnotatedWith(Autowired.class);

	@ArchTest
	static final ArchRule NO_SETTER_INJECTION = noMethods().should().beAnnotatedWith(Autowired.class);

	@ArchTest
	static final ArchRule NO_ANNOTATED_CONSTRUCTORS = noConstructors().should().beAnnotatedWith(Autowired.class);

	/** NullAway checks only packages that are @NullMarked. */
	@ArchTest
	static void everyPackageIsNullMarked(JavaClasses all) {
		all.stream()
			.map((type) -> type.getPackage())
			.distinct()
			.filter((aPackage) -> !aPackage.isAnnotatedWith(NullMarked.class))
			.findAny()
			.ifPresent((aPackage) -> {
				throw new AssertionError(aPackage.getName() + " is not @NullMarked");
			});
	}

	/** Features have no cycles, and use only each other's public packages. */
	@Test
	void featuresUseOnlyPublicPackagesOfOthers() {
		ApplicationModules.of(Application.class).verify();
	}

}
