Console.WriteLine("Start-up project of dotnet ef. To add a migration for both databases: src/EngagementHub.MigrationTool/add-migration.sh NAME");
