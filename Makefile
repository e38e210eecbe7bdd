# What people type. Each is one plain Maven line, which the README shows too.
.PHONY: run test lint format app demo-data fake-drive bench bench-cluster browser

# Starts the application on a PostgreSQL of its own, at http://localhost:8080/
run:
	mvn -q spring-boot:run

# Proves it all.
test: browser
	mvn -B test

# Format, compiler warnings, null errors and module borders alone.
lint:
	mvn -q test -Dtest=ArchitectureTests

format:
	mvn -q spring-javaformat:apply

# The packaged program unpacked into target/app, with a cache of its classes from a first and a second start on an empty
# database: starts in half the time. Needs JDK 25 as java, or JAVA=.
JAVA ?= java
APP = target/app
app:
	mvn -q package -DskipTests
	rm -rf $(APP) target/training
	$(JAVA) -Djarmode=tools -jar target/*.jar extract --destination $(APP)
	SEGMENTATION_DATA_DIR=target/training $(JAVA) -Dspring.context.exit=onRefresh -jar $(APP)/*.jar
	SEGMENTATION_DATA_DIR=target/training $(JAVA) -XX:AOTCacheOutput=$(APP)/app.aot -Dspring.context.exit=onRefresh -jar $(APP)/*.jar
	rm -rf target/training

# Fills an empty database with users, 200 segments and half a year of history. Stop the application before.
USERS ?= 100000
demo-data:
	mvn -q spring-boot:test-run -Dspring-boot.run.main-class=dev.segmentation.demo.DemoData -Dspring-boot.run.arguments=$(USERS)

# Runs a Google Drive on this machine, to try shared reports out (docs/google-drive.md).
DRIVE_PORT ?= 8099
fake-drive:
	mvn -q spring-boot:test-run -Dspring-boot.run.main-class=dev.segmentation.support.drive.RunFakeDrive -Dspring-boot.run.arguments=$(DRIVE_PORT)

# Restarts three instances behind nginx one by one under load, ROUNDS times; needs nginx (docs/scaling.md).
bench-cluster:
	mvn -q spring-boot:test-run -Dspring-boot.run.main-class=dev.segmentation.cluster.ClusterTrial -Dspring-boot.run.arguments=$(or $(ROUNDS),1)

# The tests of pages need a Chromium and its driver; on Debian they are two packages.
browser:
	@.ci/install-browser

# Measures the packaged application, side by side with the same SQL without it: src/bench/README.md.
# USERS=, MEMBERS=, SEGMENTS=, MONTHS=: how much data; WORK=active,changes,...: what; ROUNDS=, SECONDS=: how often and long;
# REUSE=true: on the data of the run before; DATABASE=jdbc:postgresql://host/db?user=...: on another PostgreSQL.
bench: USERS = 1000000
bench: app
	mvn -q spring-boot:test-run -Dspring-boot.run.main-class=dev.segmentation.bench.Benchmark -Dspring-boot.run.arguments="jar=$$(ls target/*.jar) app=$(APP) \
	users=$(USERS) members=$(MEMBERS) segments=$(SEGMENTS) months=$(MONTHS) work=$(WORK) rounds=$(ROUNDS) seconds=$(SECONDS) reuse=$(REUSE) database=$(DATABASE)"
