namespace EngagementHub.Core.Ports;

/// <summary>What people do that is no role, such as hosting a blog for some days. Published by the modules that know.</summary>
public interface ITellDuties
{
    /// <summary>The duties in words, as in "guest host, 18 to 27 April 2007"; people without any are missing.</summary>
    Task<ILookup<StaffId, string>> DutiesAsync(CancellationToken cancellation = default);
}
