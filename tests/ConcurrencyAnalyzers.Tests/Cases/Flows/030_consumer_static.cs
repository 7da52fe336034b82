// MassTransit makes a consumer for each message and handles several at once.
using MassTransit;

namespace MassTransit
{
    public interface ConsumeContext<out T>
    {
        T Message { get; }
    }

    public interface IConsumer<in T>
    {
        Task Consume(ConsumeContext<T> context);
    }
}

namespace Cases.F030
{
    public sealed record OrderPlaced(decimal Amount);

    public sealed class OrderConsumer : IConsumer<OrderPlaced>
    {
        private static decimal s_turnover;
        private decimal _last;

        public Task Consume(ConsumeContext<OrderPlaced> context)
        {
            _last += context.Message.Amount;
            s_turnover += context.Message.Amount; // expect: RACE
            return Task.CompletedTask;
        }
    }
}
