# Common commands. Most run one Maven command.
.PHONY: run stop migrate-up migrate-down backup restore reset-admin migrate-create clean coverage test test-postgresql lint format app
.PHONY: demo-data fake-drive check-upgrade check-spreadsheets clients-check docs bench bench-cluster faults attack fuzz browser check-unit package check-package

# Starts the application with its embedded PostgreSQL at http://localhost:8080/
run:
	@.ci/start

# Stops the instance of this folder, and waits until it has ended.
stop:
	@.ci/command "stop"

# Applies all pending migrations.
migrate-up:
	@.ci/command "migrate up"

# Rolls back the newest change set, or STEPS= change sets. YES=1 deletes data without a question.
migrate-down:
	@.ci/command "migrate down --steps=$(or $(STEPS),1) $(if $(YES),--yes)"

# Copies the embedded database, also while an instance is running: make backup TO=../backups/monday
backup:
	@.ci/command "backup \"--to=$(TO)\""

# Restores a backup to the data folder, which must have no database: make restore FROM=../backups/monday
restore:
	@.ci/command "restore \"--from=$(FROM)\""

# Makes a one-time link for an administrator who cannot sign in. LOGIN= names one of several.
reset-admin:
	@.ci/command "reset-admin$(if $(LOGIN), $(LOGIN))"

# Creates the next migration: make migrate-create NAME=segment-owners
migrate-create:
	@.ci/create-migration "$(NAME)"

# Deletes everything that was built. The data stays.
clean:
	rm -rf target

# Runs all tests and measures which lines they run: target/site/jacoco/index.html
coverage: browser
	mvn -B -Pcoverage prepare-package

# Runs all tests.
test: browser
	mvn -B test

# Runs the tests of the database on another version of PostgreSQL, which Maven downloads: VERSION=15.15.0. The tests of
# query plans are left out, because versions plan differently.
DATABASE_TESTS = dev/segmentation/database/*Tests,User*Tests,MigrationTurnTests,ForeignDatabaseTests,PgBouncerTests
test-postgresql:
	rm -rf target/test-database
	mvn -B test -Dembedded-postgres-binaries.version=$(VERSION) -Dtest='$(DATABASE_TESTS),!*PlanTests'; \
	status=$$?; rm -rf target/test-database; exit $$status

# Upgrades from an older version, a tag or a commit, while both versions write: make check-upgrade FROM=HEAD~10
check-upgrade:
	@.ci/check-upgrade "$(FROM)"

# Checks format, compiler warnings, possible nulls and module borders, without the other tests.
lint:
	mvn -q test -Dtest=ArchitectureTests

# Formats all Java sources.
format:
	mvn -q spring-javaformat:apply

# Unpacks the packaged program into target/app, and trains it (src/build/TrainCache.java), so that it starts in half the
# time. Needs JDK 25 in JAVA_HOME or as java; JAVA= sets another path.
JAVA ?= $(if $(JAVA_HOME),$(JAVA_HOME)/bin/java,java)
APP = target/app
app:
	mvn -q package -DskipTests
	rm -rf $(APP)
	$(JAVA) -Djarmode=tools -jar target/*.jar extract --destination $(APP)
	$(JAVA) src/build/TrainCache.java $(JAVA) $(APP)/*.jar $(APP)/app.aot

# Builds target/packages: a tar.gz and a .deb with a Java runtime (docs/install.md). Needs JDK 25
# in JAVA_HOME or as java; JAVA= sets another path.
package:
	mvn -q package -DskipTests
	@src/packaging/build "$(JAVA)"

# Installs, upgrades and purges these packages on this machine, as root. PORT= sets the port.
check-package:
	@src/packaging/check

# Fills an empty database with USERS users, 200 segments and half a year of history. Stop the application first.
USERS ?= 100000
demo-data:
	mvn -q spring-boot:test-run -Dspring-boot.run.main-class=dev.segmentation.demo.DemoData -Dspring-boot.run.arguments=$(USERS)

# Runs a fake Google Drive on this machine, to try shared reports (docs/google-drive.md).
DRIVE_PORT ?= 8099
fake-drive:
	mvn -q spring-boot:test-run -Dspring-boot.run.main-class=dev.segmentation.support.drive.RunFakeDrive -Dspring-boot.run.arguments=$(DRIVE_PORT)

# Generates clients in Java, Python and TypeScript from the description of the API, compiles them and drives every
# operation. Needs npm, and Python 3 with pydantic 2 (src/test/clients/check.sh).
clients-check:
	mvn -q spring-boot:test-run -Dspring-boot.run.main-class=dev.segmentation.support.CheckClients

# Writes docs/roles.md, and docs/api-examples.md after running its commands, and their Russian twins. Needs curl.
docs:
	mvn -q spring-boot:test-run -Dspring-boot.run.main-class=dev.segmentation.docs.WriteDocuments

# Opens CSV and XLSX files of a running application in LibreOffice with a Russian locale, and compares their cells. Needs
# Python 3, libreoffice-calc and the password of the account "admin" in SEGMENTATION_ADMIN_PASSWORD. URL= sets its address.
check-spreadsheets:
	@.ci/check-spreadsheets $(or $(URL),http://localhost:8080)

# Restarts three instances behind nginx under load, one by one, ROUNDS times. Needs nginx (docs/scaling.md).
bench-cluster:
	mvn -q spring-boot:test-run -Dspring-boot.run.main-class=dev.segmentation.cluster.ClusterTrial -Dspring-boot.run.arguments=$(or $(ROUNDS),1)

# Breaks processes, connections and disks while clients write, and checks the data: target/faults/report.md.
# SCENARIO=commit-cut,disk-full selects. The full disks need root, and the clock scenarios need the package faketime.
faults:
	mvn -q spring-boot:test-run -Dspring-boot.run.main-class=dev.segmentation.faults.Faults -Dspring-boot.run.arguments=$(SCENARIO)

# Clients that try to stop the application for everybody else: target/attack/report.md. SCENARIO=slow-lists selects.
attack:
	mvn -q spring-boot:test-run -Dspring-boot.run.main-class=dev.segmentation.attack.Attacks -Dspring-boot.run.arguments=$(SCENARIO)

# Sends random requests to every route for SECONDS seconds. The test suite sends 2500, with the same seed each time. SEED=
# sets another one, for example to repeat a failure.
fuzz: SECONDS = 600
fuzz:
	mvn -B test -Dtest=FuzzTests -Dfuzz.seconds=$(SECONDS) -Dfuzz.seed=$(or $(SEED),$$(date +%s))

# Installs Chromium, its driver, Python, curl, nginx, OpenSSL and PgBouncer for the tests, on Debian only.
browser:
	@.ci/install-browser

# Measures the packaged application next to the same SQL without the application (src/bench/README.md).
# USERS=, MEMBERS=, SEGMENTS= and MONTHS= set the amount of data. WORK=active,changes,... selects the work. ROUNDS= and
# SECONDS= set number and length of the runs. REUSE=true reuses the data of the previous run.
# DATABASE=jdbc:postgresql://host/db?user=... uses another PostgreSQL.
bench: USERS = 1000000
bench: app
	mvn -q spring-boot:test-run -Dspring-boot.run.main-class=dev.segmentation.bench.Benchmark -Dspring-boot.run.arguments="jar=$$(ls target/*.jar) app=$(APP) \
	users=$(USERS) members=$(MEMBERS) segments=$(SEGMENTS) months=$(MONTHS) work=$(WORK) rounds=$(ROUNDS) seconds=$(SECONDS) reuse=$(REUSE) database=$(DATABASE)"
