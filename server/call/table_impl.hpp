#pragma once
// The thin templates between typed methods and the table's erased ones. Included by table.hpp alone.

#include <utility>

namespace covision::call {
namespace detail {

/// A call of a function that takes just its context and its parameters.
template <class Context, class Params, class Result>
class Direct : public Job {
public:
    using Function = Result (*)(Context&, const Params&);
    Direct(Function function, Params params) : function_(function), params_(std::move(params)) {}
    std::string run(Read& context) override {
        return protocol::encode(function_(static_cast<Context&>(context), params_));
    }

private:
    Function function_;
    Params params_;
};

/// A writing call whose result holds a one-time secret.
template <class Params, class Result>
class Secretive final : public Direct<Write, Params, Result> {
public:
    using Function = Result (*)(Write&, const Params&);
    Secretive(Function function, Params params, void (*blank)(Result&), void (*reveal)(Write&, Result&))
        : Direct<Write, Params, Result>(function, std::move(params)), blank_(blank), reveal_(reveal) {}
    std::string stored(const std::string& result) override {
        auto value = protocol::decode<Result>(result);
        blank_(value);
        return protocol::encode(value);
    }
    std::string recalled(Write& context, const std::string& stored_result) override {
        auto value = protocol::decode<Result>(stored_result);
        reveal_(context, value);
        return protocol::encode(value);
    }

private:
    void (*blank_)(Result&);
    void (*reveal_)(Write&, Result&);
};

template <class Params, class Result, class Prepared>
class Preparing final : public Job {
public:
    using Prepare = Prepared (*)(Read&, const Params&);
    using Function = Result (*)(Write&, const Params&, Prepared&);
    Preparing(Prepare prepare_function, Function function, Params params)
        : prepare_(prepare_function), function_(function), params_(std::move(params)) {}
    void prepare(Read& context) override { prepared_.emplace(prepare_(context, params_)); }
    std::string run(Read& context) override {
        return protocol::encode(function_(static_cast<Write&>(context), params_, prepared_.value()));
    }

private:
    Prepare prepare_;
    Function function_;
    Params params_;
    std::optional<Prepared> prepared_;
};

/// A look that is heavy work: all of it happens on the pool, run() hands the finished answer out.
template <class Params, class Result>
class Computed final : public Job {
public:
    using Function = Result (*)(Read&, const Params&);
    Computed(Function function, Params params) : function_(function), params_(std::move(params)) {}
    void prepare(Read& context) override { result_ = protocol::encode(function_(context, params_)); }
    std::string run(Read&) override { return std::move(result_); }

private:
    Function function_;
    Params params_;
    std::string result_;
};

template <class Params, class Result>
Method method(std::string name, std::string summary, Kind kind) {
    Method made;
    made.name = std::move(name);
    made.summary = std::move(summary);
    made.kind = kind;
    made.params = &protocol::type_of<Params>();
    made.result = &protocol::type_of<Result>();
    return made;
}

}  // namespace detail

template <class Params, class Result>
void Table::read(std::string name, std::string summary, Result (*look)(Read&, const Params&)) {
    auto made = detail::method<Params, Result>(std::move(name), std::move(summary), Kind::read);
    made.decode = [look](std::string_view raw) {
        return std::make_unique<detail::Direct<Read, Params, Result>>(look, protocol::decode<Params>(raw));
    };
    add(std::move(made));
}

template <class Params, class Result>
void Table::write(std::string name, std::string summary, Result (*change)(Write&, const Params&)) {
    auto made = detail::method<Params, Result>(std::move(name), std::move(summary), Kind::write);
    made.decode = [change](std::string_view raw) {
        return std::make_unique<detail::Direct<Write, Params, Result>>(change, protocol::decode<Params>(raw));
    };
    add(std::move(made));
}

template <class Params, class Result>
void Table::write(std::string name, std::string summary, Result (*change)(Write&, const Params&),
                  void (*blank)(Result&), void (*reveal)(Write&, Result&)) {
    auto made = detail::method<Params, Result>(std::move(name), std::move(summary), Kind::write);
    made.decode = [=](std::string_view raw) {
        return std::make_unique<detail::Secretive<Params, Result>>(change, protocol::decode<Params>(raw), blank,
                                                                   reveal);
    };
    add(std::move(made));
}

template <class Params, class Result>
void Table::witness(std::string name, std::string summary, Result (*look)(Write&, const Params&)) {
    auto made = detail::method<Params, Result>(std::move(name), std::move(summary), Kind::witness);
    made.decode = [look](std::string_view raw) {
        return std::make_unique<detail::Direct<Write, Params, Result>>(look, protocol::decode<Params>(raw));
    };
    add(std::move(made));
}

template <class Params, class Result, class Prepared>
void Table::write(std::string name, std::string summary, Prepared (*prepare)(Read&, const Params&),
                  Result (*change)(Write&, const Params&, Prepared&)) {
    auto made = detail::method<Params, Result>(std::move(name), std::move(summary), Kind::write);
    made.prepares = true;
    made.decode = [=](std::string_view raw) {
        return std::make_unique<detail::Preparing<Params, Result, Prepared>>(prepare, change,
                                                                             protocol::decode<Params>(raw));
    };
    add(std::move(made));
}

template <class Params, class Result>
void Table::compute(std::string name, std::string summary, Result (*look)(Read&, const Params&)) {
    auto made = detail::method<Params, Result>(std::move(name), std::move(summary), Kind::read);
    made.prepares = true;
    made.decode = [look](std::string_view raw) {
        return std::make_unique<detail::Computed<Params, Result>>(look, protocol::decode<Params>(raw));
    };
    add(std::move(made));
}

template <class Params, class Result, class Prepared>
void Table::open(std::string name, std::string summary, Prepared (*prepare)(Read&, const Params&),
                 Result (*change)(Write&, const Params&, Prepared&)) {
    auto made = detail::method<Params, Result>(std::move(name), std::move(summary), Kind::witness);
    made.prepares = true;
    made.open = true;
    made.decode = [=](std::string_view raw) {
        return std::make_unique<detail::Preparing<Params, Result, Prepared>>(prepare, change,
                                                                             protocol::decode<Params>(raw));
    };
    add(std::move(made));
}

template <class Data>
void Table::on(const Topic<Data>& topic, void (*reaction)(Write&, const std::string&, const Data&)) {
    reactions_[topic.kind].push_back([reaction](Write& context, const feed::Event& event) {
        reaction(context, event.feed, protocol::decode<Data>(event.data));
    });
}

}  // namespace covision::call
