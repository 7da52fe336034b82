namespace LostUpdates;

/// <summary>A till that all the sellers of a box office use at once.</summary>
internal sealed class Till
{
    private long _takings;

    public long Takings => _takings;

    public void Sell(int price) => Interlocked.Add(ref _takings, price);
}
