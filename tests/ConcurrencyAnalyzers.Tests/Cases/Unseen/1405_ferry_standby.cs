// Cars without a reservation queue for the ferry; two gates let those through that still fit on the deck. difficulty: medium
using System.Collections.Concurrent;

namespace Cabinet.C1405;

public sealed record StandbyCar(string Plate, double Length);

public sealed class FerryStandby
{
    private readonly ConcurrentQueue<StandbyCar> _queue = new();

    public void Arrive(StandbyCar car) => _queue.Enqueue(car);

    public Task<List<string>[]> BoardAsync(double leftDeck, double rightDeck)
    {
        return Task.WhenAll(
            Task.Run(() => Load(leftDeck)),
            Task.Run(() => Load(rightDeck)));
    }

    private List<string> Load(double free)
    {
        var aboard = new List<string>();
        while (_queue.TryPeek(out var car) && car.Length <= free) // expect: CHECK_THEN_ACT?
        {
            _queue.TryDequeue(out _); // expect: CHECK_THEN_ACT
            aboard.Add(car.Plate);
            free -= car.Length;
        }
        return aboard;
    }
}
