namespace ConcurrencyAnalyzers.Workers.Transport;

/// <summary>The other side of a channel ended in the middle of what it had to say.</summary>
internal sealed class PeerGoneException() : IOException("The other side of the channel is gone.");
