using System.Net.Http.Headers;
using EngagementHub.Core.Ports;
using Microsoft.Extensions.DependencyInjection;

namespace EngagementHub.Tests.ServiceLevels;

/// <summary>A hub with a calendar, two services and two mappings; tests bring the tickets.</summary>
public class ServiceLevelsHub : HubFixture
{
    private bool _told;

    public const string Catalogue = """
        { "name": "catalogue", "steps": [
          { "name": "WorkingCalendars", "Calendars": [
            { "Slug": "department", "Name": "Department office hours", "Default": true, "Zone": "Europe/London", "Division": "england-and-wales",
              "Hours": [{ "From": "2005-01-01", "Monday": "09:00-17:00", "Tuesday": "09:00-17:00", "Wednesday": "09:00-17:00", "Thursday": "09:00-17:00", "Friday": "09:00-17:00" }],
              "Days": [{ "Date": "2007-04-05", "Kind": "half day", "Name": "Maundy Thursday", "Hours": "09:00-13:00" }] }] },
          { "name": "Services", "Services": [
            { "Slug": "new-account", "Name": "A new account", "Summary": "An account for a joiner.", "RunBy": "IT services", "Owner": "sid", "HowToAsk": "Send the starter form.", "Hours": "9 to 5", "Contacts": "2000",
              "Levels": [
                { "Slug": "delivered", "Name": "Accounts delivered", "Measure": "within working days", "Calendar": "department", "CutOff": "17:00",
                  "Steps": [{ "From": "2007-01-01", "Target": 90, "Within": 5 }, { "From": "2007-04-01", "Target": 95, "Within": 5 }] },
                { "Slug": "average", "Name": "Average time", "Measure": "average working days", "Basis": "completed", "Calendar": "department", "Steps": [{ "From": "2007-01-01", "Target": 5 }] }] },
            { "Slug": "pay", "Name": "Pay", "RunBy": "HR", "Owner": "sid", "Levels": [
                { "Slug": "paid-correctly", "Name": "People paid correctly", "Measure": "share correct", "Calendar": "department", "Steps": [{ "From": "2007-01-01", "Target": 99 }],
                  "Counts": [{ "Month": "2007-02", "Right": 23801, "Of": 23967 }, { "Month": "2007-03", "Right": 23712, "Of": 23980 }] }] },
            { "Slug": "standard-desktop", "Name": "A standard desktop" }, { "Slug": "shared-folder-access", "Name": "Access to a shared folder" }, { "Slug": "security-checks", "Name": "Basic security checks" },
            { "Slug": "pay-queries", "Name": "Pay queries" }, { "Slug": "nil-pay", "Name": "Nil pay" }, { "Slug": "it-incidents", "Name": "IT incidents", "Owner": "sid" }] },
          { "name": "TicketMappings", "Mappings": [
            { "Name": "service-desk-2007", "Title": "Service desk log, 2007", "Source": "service-desk-2007", "Live": false, "Ticket": "ticket", "EventTime": "at", "State": "state", "ServiceColumn": "service", "Category": "category",
              "States": [{ "State": "Received", "Means": "open" }, { "State": "Waiting for requester", "Means": "paused" }, { "State": "Back with us", "Means": "open" }, { "State": "Delivered", "Means": "resolved" }, { "State": "Withdrawn", "Means": "void" }] },
            { "Name": "servicenow-incident-log", "Title": "ServiceNow incident log", "Source": "servicenow", "Live": false, "TimeFormat": "dd-MM-yyyy HH:mm", "Missing": "?", "Ticket": "number", "EventTime": "sys_updated_at",
              "Order": "sys_mod_count", "State": "incident_state", "Opened": "opened_at", "Category": "category", "Service": "it-incidents",
              "States": [{ "State": "New", "Means": "open" }, { "State": "Active", "Means": "open" }, { "State": "Awaiting User Info", "Means": "paused" }, { "State": "Awaiting Problem", "Means": "open" },
                { "State": "Awaiting Vendor", "Means": "open" }, { "State": "Awaiting Evidence", "Means": "open" }, { "State": "Resolved", "Means": "resolved" }, { "State": "Closed", "Means": "closed" }] }] }
        ] }
        """;

    public static string Log { get; } = LevelBuilder.File("data", "servicenow-incident-events.csv");

    public async Task Fill()
    {
        Clock.Now = new DateTimeOffset(2026, 11, 2, 9, 0, 0, TimeSpan.Zero);
        var (exitCode, errors) = await ApplyRecipe(Catalogue);
        Assert.True(exitCode == 0, errors);
    }

    /// <summary>The tickets of January to April 2007, seen on 1 May; taken in once.</summary>
    public async Task Tell2007()
    {
        if (_told)
        {
            return;
        }

        await Fill();
        Clock.Now = new DateTimeOffset(2007, 5, 1, 9, 0, 0, TimeSpan.Zero);
        File.Copy(Path.Combine(Story2007Tests.Repository, Story2007.Path), Path.Combine(Folder, "tickets.csv"));
        var (exitCode, errors) = await ApplyRecipe("""{ "name": "tickets", "steps": [{ "name": "Tickets", "Imports": [{ "File": "tickets.csv", "Mapping": "service-desk-2007" }] }] }""");
        Assert.True(exitCode == 0, errors);
        _told = true;
    }

    public async Task<(int ExitCode, string Output, string Errors)> Run(string name, params string[] arguments)
    {
        await using var scope = Services.CreateAsyncScope();
        var command = scope.ServiceProvider.GetServices<IHostCommand>().Single(c => c.Name == name);
        using var output = new StringWriter();
        using var errors = new StringWriter();
        return (await command.RunAsync(arguments, output, errors, TestContext.Current.CancellationToken), output.ToString(), errors.ToString());
    }

    /// <summary>Takes in a ticket of its own, after which every figure is worked out again.</summary>
    public async Task ReadAgain()
    {
        await File.WriteAllTextAsync(Path.Combine(Folder, "again.csv"), $"ticket,service,category,state,at\n{Guid.NewGuid():N},security-checks,Check,Received,2007-04-30 16:50\n");
        var (exitCode, errors) = await ApplyRecipe("""{ "name": "again", "steps": [{ "name": "Tickets", "Imports": [{ "File": "again.csv", "Mapping": "service-desk-2007" }] }] }""");
        Assert.True(exitCode == 0, errors);
    }

    /// <summary>Sends a file to the import page, with a mapping or without, and comes to its preview.</summary>
    public static Task<HubPage> Preview(HubClient client, string mapping, string name, string content) => Preview(client, mapping, name, System.Text.Encoding.UTF8.GetBytes(content));

    public static async Task<HubPage> Preview(HubClient client, string mapping, string name, byte[] content)
    {
        using var file = new ByteArrayContent(content);
        file.Headers.ContentType = new MediaTypeHeaderValue("text/csv");
        using var form = new MultipartFormDataContent { { new StringContent(mapping), "Mapping" }, { file, "Csv", name } };
        using var request = new HttpRequestMessage(HttpMethod.Post, "/service-levels/import") { Content = form };
        return await client.Send(request);
    }
}
