using EngagementHub.Web.Hosting;

return await HubCommands.RunAsync(args);
