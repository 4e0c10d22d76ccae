using EngagementHub.Core.Time;
using EngagementHub.Core.Web;

namespace EngagementHub.Web.Hosting;

/// <summary>In Development the hub's day can be moved, to see a hosting period begin and end without waiting. It runs on from the chosen moment; timers keep the machine's clock.</summary>
internal sealed class DemonstrationClock : MovableClock
{
    private long _shiftTicks;

    /// <summary>How far the hub's clock stands from the machine's.</summary>
    public TimeSpan Shift => TimeSpan.FromTicks(Interlocked.Read(ref _shiftTicks));

    public override bool IsPutBack => Shift < TimeSpan.Zero;

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + Shift;

    public void MoveTo(DateTimeOffset instant) => Interlocked.Exchange(ref _shiftTicks, (instant - base.GetUtcNow()).Ticks);

    public void Reset() => Interlocked.Exchange(ref _shiftTicks, 0);
}

internal static class DemonstrationClockRegistration
{
    public static void AddDemonstrationClock(this IServiceCollection services, IWebHostEnvironment environment)
    {
        if (!environment.IsDevelopment())
        {
            services.AddSingleton(TimeProvider.System);
            return;
        }

        services.AddSingleton<DemonstrationClock>();
        services.AddSlot("banner", 10, typeof(DemonstrationBannerViewComponent));
        services.AddSingleton<TimeProvider>(s => s.GetRequiredService<DemonstrationClock>());
    }
}
