package dev.segmentation;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import dev.segmentation.shared.SqlTime;
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
 * The borders that the folder tree promises.
 */
@AnalyzeClasses(packagesOf = Application.class, importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTests {

	/**
	 * SQL has one place in each feature. SqlTime converts instants for all of them. A
	 * failed start reads the driver's exceptions to explain them, and the lock of the
	 * migrations is taken before any table exists.
	 */
	@ArchTest
	static final ArchRule ONLY_REPOSITORIES_SEE_SQL = noClasses().that()
		.areNotAnnotatedWith(Repository.class)
		.and()
		.doNotBelongToAnyOf(SqlTime.class)
		.and()
		.resideOutsideOfPackages("..config.startup..", "..config.database..")
		.should()
		.dependOnClassesThat()
		.resideInAnyPackage("org.springframework.jdbc..", "java.sql..", "javax.sql..", "org.postgresql..");

	/** So that Drive can be replaced, and no other code learns Google's types. */
	@ArchTest
	static final ArchRule ONLY_DRIVE_SEES_GOOGLE = noClasses().that()
		.resideOutsideOfPackage("..report.drive..")
		.should()
		.dependOnClassesThat()
		.resideInAPackage("com.google..");

	/** Controllers are entry points, not building blocks. */
	@ArchTest
	static final ArchRule WEB_IS_PACKAGE_PRIVATE = classes().that()
		.resideInAPackage("..web..")
		.and()
		.resideOutsideOfPackage("..shared.web..")
		.should()
		.notBePublic();

	/** Controllers are found where a newcomer looks for them. */
	@ArchTest
	static final ArchRule CONTROLLERS_LIVE_IN_WEB = classes().that()
		.areAnnotatedWith(RestController.class)
		.or()
		.areMetaAnnotatedWith(Controller.class)
		.should()
		.resideInAnyPackage("..web..", "dev.segmentation.config..");

	/** Repositories are a feature's own; others go through its service. */
	@ArchTest
	static final ArchRule REPOSITORIES_ARE_PACKAGE_PRIVATE = classes().that()
		.areAnnotatedWith(Repository.class)
		.should()
		.notBePublic();

	/** Wiring is not logic. */
	@ArchTest
	static final ArchRule NOBODY_DEPENDS_ON_CONFIG = noClasses().that()
		.resideOutsideOfPackage("dev.segmentation.config..")
		.should()
		.dependOnClassesThat()
		.resideInAPackage("dev.segmentation.config..");

	/**
	 * Jackson 3 is the application's; 2 is only there because the API's description needs
	 * it.
	 */
	@ArchTest
	static final ArchRule NO_JACKSON_2 = noClasses().should()
		.dependOnClassesThat()
		.resideInAnyPackage("com.fasterxml.jackson.databind..", "com.fasterxml.jackson.core..");

	/** What a class needs, its constructor says. */
	@ArchTest
	static final ArchRule NO_FIELD_INJECTION = noFields().should().beAnnotatedWith(Autowired.class);

	@ArchTest
	static final ArchRule NO_SETTER_INJECTION = noMethods().should().beAnnotatedWith(Autowired.class);

	@ArchTest
	static final ArchRule NO_ANNOTATED_CONSTRUCTORS = noConstructors().should().beAnnotatedWith(Autowired.class);

	/** The null checker looks only where it is told to. */
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

	/** No cycles between features, and no reaching into another's inside. */
	@Test
	void featuresKeepTheirBorders() {
		ApplicationModules.of(Application.class).verify();
	}

}
