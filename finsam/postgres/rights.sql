-- The server's rights, once per database, before the first migration. Run as a superuser.
ALTER SCHEMA public OWNER TO pg_database_owner;
REVOKE CREATE ON SCHEMA public FROM PUBLIC;
ALTER DEFAULT PRIVILEGES FOR ROLE finsam_owner
    GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO finsam_app;
ALTER DEFAULT PRIVILEGES FOR ROLE finsam_owner
    GRANT USAGE ON SEQUENCES TO finsam_app;
