using EngagementHub.Core.Data;
using EngagementHub.Core.Ports;

namespace EngagementHub.Web.Operations;

/// <summary>Registers the commands of those who run the hub.</summary>
internal static class OperationsRegistration
{
    /// <param name="services">The hub's services.</param>
    /// <param name="database">Gives the database once settings are complete.</param>
    public static IServiceCollection AddOperations(this IServiceCollection services, Func<IServiceProvider, HubDatabase> database) => services
        .AddSingleton(database)
        .AddScoped<IDatabaseCopy>(s => s.GetRequiredService<HubDatabase>() is { Provider: HubDatabase.Sqlite } sqlite
            ? new SqliteCopy(sqlite.Connection, s.GetRequiredService<TimeProvider>())
            : new PostgresCopy(s.GetRequiredService<HubDatabase>().Direct, s.GetRequiredService<TimeProvider>()))
        .AddScoped<IHostCommand, BackupCommand>().AddScoped<IHostCommand, RestoreCommand>();

    /// <summary>Traces and metrics, when the settings name a place to send them to.</summary>
    /// <exception cref="Core.Hosting.SettingException">A value of the section Telemetry cannot be right.</exception>
    public static IServiceCollection AddTelemetry(this IServiceCollection services, IConfiguration settings) =>
        TelemetrySettings.Of(settings) is { IsOn: true } telemetry
            ? services.AddSingleton(telemetry).AddHostedService<Telemetry>().AddSingleton<Gauges>().AddHostedService(s => s.GetRequiredService<Gauges>())
            : services;
}
