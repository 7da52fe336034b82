// The same compound assignment over an await, but one await after the other: no two of them are ever under way together. difficulty: medium
namespace Cases.U448;

public interface ICarrier
{
    Task<decimal> QuoteAsync(string parcel);
}

public sealed class FreightQuotes(ICarrier carrier)
{
    public async Task<(decimal Total, int Asked)> QuoteAsync(IEnumerable<string> parcels)
    {
        var offer = new Offer();
        foreach (var parcel in parcels)
        {
            await AddAsync(offer, parcel);
        }
        return (offer.Total, offer.Asked);
    }

    private async Task AddAsync(Offer offer, string parcel)
    {
        offer.Total += await carrier.QuoteAsync(parcel);
        offer.Asked++;
    }

    private sealed class Offer
    {
        public decimal Total;
        public int Asked;
    }
}
