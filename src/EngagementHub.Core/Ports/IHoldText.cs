namespace EngagementHub.Core.Ports;

/// <summary>The rules that make words wait for a person before others read them: personal data, listed words, names of colleagues. Published by the module that moderates.</summary>
public interface IHoldText
{
    /// <summary>What was found, in words such as "telephone number"; empty when the text need not wait.</summary>
    Task<IReadOnlyList<string>> ReasonsAsync(string text, CancellationToken cancellation = default);
}
