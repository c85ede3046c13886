#!/bin/sh
# Run once by the database's image: the two accounts of STegen. The owner gives the program its rights table by table.
set -eu
mysql -uroot -p"$MYSQL_ROOT_PASSWORD" <<SQL
CREATE DATABASE IF NOT EXISTS stegen CHARACTER SET utf8mb4 COLLATE utf8mb4_swedish_ci;
CREATE USER 'stegen_owner'@'%' IDENTIFIED BY '$STEGEN_DB_OWNER_PASSWORD';
CREATE USER 'stegen'@'%' IDENTIFIED BY '$STEGEN_DB_PASSWORD';
GRANT ALL PRIVILEGES ON stegen.* TO 'stegen_owner'@'%' WITH GRANT OPTION;
SQL
