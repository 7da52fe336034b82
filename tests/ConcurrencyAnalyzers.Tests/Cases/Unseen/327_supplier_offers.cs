// Parallel.Invoke runs both loaders at once and both add to the same list. difficulty: easy
namespace Cases.U327;

public sealed record Offer(string Supplier, decimal Price);

public sealed class OfferBoard(Func<string, IEnumerable<Offer>> query)
{
    private readonly List<Offer> _offers = [];

    public Offer? Cheapest()
    {
        Parallel.Invoke(
            () => Load("local"),
            () => Load("import"));
        return _offers.MinBy(offer => offer.Price);
    }

    private void Load(string market)
    {
        foreach (var offer in query(market))
        {
            _offers.Add(offer); // expect: RACE
        }
    }
}
